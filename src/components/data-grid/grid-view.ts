// The worker keeps views too, so what they are stands in the contract.
export * from '../../contract/grid-view.js';

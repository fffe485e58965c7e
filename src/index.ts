export * from './clients/index.js';
export * from './contract/index.js';
export * from './model/index.js';

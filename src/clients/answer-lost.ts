import { PortalError } from '../contract/index.js';

/** Whether a write may have been done although it failed: there was no answer, or one that could not be understood. */
export function isAnswerLost(thrown: unknown): boolean {
  return thrown instanceof PortalError && (thrown.data.code === 'offline' || thrown.data.code === 'unknown');
}

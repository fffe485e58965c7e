import { PortalError, type PortalErrorData } from '../contract/index.js';

/**
 * What was thrown, as data that may leave the worker. Of anything unexpected only the kind is told: its message may
 * quote what it stumbled over, for example a secret with a character that no header can carry.
 */
export function describeError(thrown: unknown): PortalErrorData {
  if (thrown instanceof PortalError) return thrown.data;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : 'Error';
  return name === 'TimeoutError' ? { code: 'offline' } : { code: 'unknown', detail: name };
}

import { PortalError } from '../../../contract/index.js';

/** The vendor did nothing because of a limit. `endpoint`: too many calls at once there; `connection`: it asks us to wait; `hour`: the threshold is used up. */
export class LimitReached extends PortalError {
  constructor(
    readonly scope: 'endpoint' | 'connection' | 'hour',
    readonly retryAt: string,
    detail: string | undefined,
  ) {
    super({ code: 'rate-limited', retryAt, ...(detail === undefined ? {} : { detail }) });
  }
}

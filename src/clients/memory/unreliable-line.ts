import { PortalError, type PortalErrorData, type PortalMethod } from '../../contract/index.js';
import { pause } from '../pause.js';

/** A failure to order: the next `times` calls (default 1) of `method` end with this error, before anything is done. */
export interface Failure<Method extends string = PortalMethod> {
  readonly method: Method;
  readonly error: PortalErrorData;
  readonly times?: number;
}

/** What lies between an element and a real backend: time, and things that go wrong. */
export class UnreliableLine<Method extends string = PortalMethod> {
  readonly #left: { failure: Failure<Method>; times: number }[] = [];

  /** `latencyMs`: how long each call takes. */
  constructor(readonly latencyMs: number) {}

  order(failure: Failure<Method>): void {
    this.#left.push({ failure, times: failure.times ?? 1 });
  }

  /** Resolves after the latency; rejects with the failure that was ordered, or with the signal's reason. */
  async cross(method: Method, signal: AbortSignal | undefined): Promise<void> {
    await pause(this.latencyMs, signal);
    const ordered = this.#left.find((one) => one.failure.method === method && one.times > 0);
    if (ordered === undefined) return;
    ordered.times -= 1;
    throw new PortalError(ordered.failure.error);
  }
}

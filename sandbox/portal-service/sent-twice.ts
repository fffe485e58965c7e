import type { Context } from 'hono';
import type { ServiceEnv } from './env.js';

/** ms for which an answer is kept: a browser sends a broken request again within seconds. */
const KEPT_MS = 10 * 60_000;
const MOST = 1_000;

interface Kept {
  readonly answer: Promise<Response>;
  readonly until: number;
}

/**
 * Runs a create once for each `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) of an account and path. The same
 * request again, also while the first is under way, gets the first one's answer; a request without the header just runs.
 */
export class SentTwice {
  readonly #kept = new Map<string, Kept>();

  async once(c: Context<ServiceEnv, string>, create: () => Promise<Response>): Promise<Response> {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined) return create();
    this.#forget();
    const name = JSON.stringify([c.get('account').name, c.req.path, key]);
    const known = this.#kept.get(name);
    const answer = known?.answer ?? create();
    if (known === undefined) this.#kept.set(name, { answer, until: Date.now() + KEPT_MS });
    // What failed unexpectedly has done nothing, and may be tried again.
    answer.catch(() => this.#kept.delete(name));
    return (await answer).clone();
  }

  /** A map keeps the order of insertion: the oldest come first. */
  #forget(): void {
    for (const [name, { until }] of this.#kept) {
      if (until > Date.now() && this.#kept.size < MOST) break;
      this.#kept.delete(name);
    }
  }
}

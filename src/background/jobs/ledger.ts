import type { StepRecord } from '../database/index.js';
import type { Advance, Advanced } from './job-store.js';

/** So many steps are recorded as running before their turn, so that no call has to wait for the disk. */
const AHEAD = 24;

/**
 * ms. What ends within so much is recorded together, as long as steps don't run short: each transaction costs the disk a flush
 * and everybody a share of the processor, and a step whose end is not recorded yet is looked up should the worker end.
 */
const GATHER = 50;

export interface LedgerOptions {
  readonly advance: (change: Advance) => Promise<Advanced>;
  /** What has to be there before a claimed step may begin. */
  readonly prepare: (claimed: readonly StepRecord[]) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * The book of a running job. A step is recorded as running before it is handed out, and its outcome after. One transaction
 * at a time: what comes up meanwhile goes into the next, so a slow disk makes them larger, not the job slower.
 */
export class Ledger {
  #ready: StepRecord[] = [];
  #ended: StepRecord[] = [];
  readonly #waiting: ((step: StepRecord | undefined) => void)[] = [];
  /** Nothing is handed out any more. */
  #isStopped = false;
  /** No step is planned any more. */
  #isEmpty = false;
  #writing: Promise<void> | undefined;
  /** Ends the wait for more to record. */
  #hurry: () => void = () => undefined;
  #failure: { readonly thrown: unknown } | undefined;

  constructor(private readonly options: LedgerOptions) {}

  /** The next step to do, or undefined when there is none, or none may begin. */
  take(): Promise<StepRecord | undefined> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#serve();
      this.#write();
      if (this.#isUrgent) this.#hurry();
    });
  }

  /** Records what has become of a step that was taken. */
  report(step: StepRecord): void {
    this.#ended.push(step);
    this.#write();
  }

  /** Hands nothing out any more. */
  stop(): void {
    this.#isStopped = true;
    this.#serve();
    this.#hurry();
  }

  /** Resolves when all is recorded; what was claimed but never begun is planned again. Rejects where the disk refused. */
  async close(): Promise<void> {
    this.stop();
    await this.#writing;
    const unbegun = this.#ready
      .splice(0)
      .map((step): StepRecord => ({ ...step, state: 'planned', at: null }));
    this.#ended.push(...unbegun);
    this.#write();
    await this.#writing;
    if (this.#failure !== undefined) throw this.#failure.thrown;
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const step = this.#isStopped ? undefined : this.#ready.shift();
      if (step === undefined && !this.#isStopped && !this.#isEmpty) return;
      this.#waiting.shift()?.(step);
    }
  }

  get #claimable(): number {
    return this.#isStopped || this.#isEmpty ? 0 : AHEAD + this.#waiting.length - this.#ready.length;
  }

  get #isWorthWriting(): boolean {
    return this.#failure === undefined && (this.#ended.length > 0 || this.#isUrgent);
  }

  /** Steps run short, or somebody waits for the end. */
  get #isUrgent(): boolean {
    return this.#claimable > AHEAD / 2 || (this.#isStopped && this.#ended.length > 0);
  }

  #write(): void {
    if (this.#writing !== undefined || !this.#isWorthWriting) return;
    this.#writing = this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#isWorthWriting) {
        await this.#gather();
        await this.#writeOnce();
      }
    } catch (thrown) {
      // What has happened since is not on disk: to the next runner those steps are uncertain.
      this.#failure = { thrown };
      this.stop();
    }
  }

  async #gather(): Promise<void> {
    if (this.#isUrgent) return;
    const hurried = new Promise<void>((resolve) => {
      this.#hurry = resolve;
    });
    await Promise.race([this.options.wait(GATHER), hurried]);
  }

  async #writeOnce(): Promise<void> {
    const claim = this.#claimable;
    const { job, claimed } = await this.options.advance({ steps: this.#ended.splice(0), claim });
    await this.options.prepare(claimed);
    this.#ready.push(...claimed);
    this.#isEmpty ||= claim > 0 && claimed.length < claim;
    if (job.state === 'running') this.#serve();
    else this.stop();
  }
}

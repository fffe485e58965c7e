import { MOST_CONTACTS, PortalError, type PortalAdmin, type PortalErrorData } from '../../contract/index.js';
import type { JobRecord, StepRecord } from '../database/index.js';
import { describeError } from '../describe-error.js';
import type { InitialPasswords } from './initial-passwords.js';
import { isOpen } from './job-record.js';
import type { Advance, Advanced, JobStore } from './job-store.js';
import { Ledger } from './ledger.js';
import { accountsOf, performStep } from './perform-step.js';
import { afterError, done, lookedUp, looksAgainIn } from './step-outcome.js';
import { waitingAfter } from './waiting.js';

/** More than the three calls that the API takes per endpoint: a step makes several calls, to several endpoints. */
const AT_ONCE = 9;

export interface RunnerOptions {
  readonly store: JobStore;
  /**
   * The client of the job's connection, asked for each step: a vault that is locked stops the job at once. The contact's name
   * is for the journal.
   */
  readonly clientOf: (job: JobRecord, contactName?: string) => Promise<PortalAdmin>;
  readonly passwords: InitialPasswords;
  /** Told what a step whose outcome was lost turned out to have done, before that is recorded. */
  readonly onLookedUp: (step: StepRecord) => Promise<void>;
  /** Told whenever something was recorded. */
  readonly onProgress: (job: JobRecord) => void;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Works on one job until nothing can be done about it now: it has ended, was paused, or waits. What an earlier runner left
 * as running has an unknown outcome and is looked up before anything is done again.
 */
export class JobRunner {
  readonly #options: RunnerOptions;
  #obstacle: PortalErrorData | undefined;
  /** The index from which on contacts have not been looked at yet. */
  #lookedAhead = 0;

  constructor(
    private readonly jobId: string,
    options: RunnerOptions,
  ) {
    this.#options = options;
  }

  /** Rejects only where not even the reason for waiting can be stored. */
  async run(): Promise<void> {
    try {
      await this.#run();
    } catch (thrown) {
      await this.#waitBecauseOf(describeError(thrown));
    }
  }

  async #run(): Promise<void> {
    const found = await this.#options.store.find(this.jobId);
    if (found === undefined || found.state === 'paused') return;
    // Before anything is written: a job that waits for the vault shall not move whenever the worker starts.
    await this.#options.clientOf(found);
    const at = this.#options.now().toISOString();
    let { job } = await this.#advance({
      job: (before) => ({ ...before, waiting: null }),
      each: { in: 'running', become: (step) => ({ ...step, state: 'uncertain', at }) },
    });
    while (isOpen(job) && job.state !== 'paused') {
      const again = await this.#lookUp(job);
      job = job.state === 'cancelled' ? await this.#cancelPlanned() : await this.#workOff(job);
      if (job.counts.planned === 0 && isOpen(job)) await this.#options.wait(again);
    }
  }

  /** Of a job that was ended by a person only what was under way is still open. */
  async #cancelPlanned(): Promise<JobRecord> {
    const become = (step: StepRecord): StepRecord => ({ ...step, state: 'cancelled' });
    return (await this.#advance({ each: { in: 'planned', become } })).job;
  }

  /** Settles the steps whose outcome isn't known. Resolves to the ms until those that may still be on their way are worth a look. */
  async #lookUp(job: JobRecord): Promise<number> {
    const uncertain = await this.#options.store.stepsIn(job.id, 'uncertain');
    if (uncertain.length === 0) return 0;
    const client = await this.#options.clientOf(job);
    const contactIds = uncertain.map(({ planned }) => planned.contactId);
    const accounts = await accountsOf(client, job.companyId, contactIds);
    const now = this.#options.now();
    const steps = uncertain.map((step) => lookedUp(step, accounts.get(step.planned.contactId), now));
    for (const step of steps) await this.#options.onLookedUp(step);
    await this.#advance({ steps });
    await this.#keepPasswords(steps);
    return Math.max(
      0,
      ...steps.filter(({ state }) => state === 'uncertain').map((step) => looksAgainIn(step, now)),
    );
  }

  /** Does the planned steps, several at once. Resolves to the job as it is then. */
  async #workOff(job: JobRecord): Promise<JobRecord> {
    let latest = job;
    const ledger = new Ledger({
      advance: async (change) => {
        const advanced = await this.#advance({ ...change, job: afterSuccess(change) });
        latest = advanced.job;
        return advanced;
      },
      prepare: async (claimed) => {
        const creations = claimed.filter(({ planned }) => planned.action === 'create');
        await this.#options.passwords.draft(
          job.id,
          creations.map(({ index }) => index),
        );
        await this.#lookAhead(job, creations);
        if (this.#obstacle !== undefined) ledger.stop();
      },
      wait: this.#options.wait,
    });
    // All of them, also after one broke: nothing of this runner may go on behind the next one's back.
    const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => this.#lane(job, ledger)));
    await ledger.close();
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    if (this.#obstacle !== undefined) throw new PortalError(this.#obstacle);
    return latest;
  }

  /**
   * Before an account is created, the client makes sure that there is none. One look at the contacts of the next steps
   * together spares it one for each; where this look is not understood, each has its own.
   */
  async #lookAhead(job: JobRecord, creations: readonly StepRecord[]): Promise<void> {
    const next = creations.find(({ index }) => index >= this.#lookedAhead);
    if (next === undefined) return;
    const steps = await this.#options.store.steps(job.id, next.index, MOST_CONTACTS);
    this.#lookedAhead = next.index + steps.length;
    const contactIds = steps.map(({ planned }) => planned.contactId);
    try {
      await accountsOf(await this.#options.clientOf(job), job.companyId, contactIds);
    } catch (thrown) {
      this.#obstacle ??= afterError(next, describeError(thrown), this.#options.now().toISOString()).obstacle;
    }
  }

  async #lane(job: JobRecord, ledger: Ledger): Promise<void> {
    for (let step = await ledger.take(); step !== undefined; step = await ledger.take()) {
      const ended = await this.#perform(job, step);
      await this.#keepPasswords([ended]);
      ledger.report(ended);
      if (this.#obstacle !== undefined) ledger.stop();
    }
  }

  async #perform(job: JobRecord, step: StepRecord): Promise<StepRecord> {
    const { clientOf, passwords, now } = this.#options;
    try {
      const client = await clientOf(job, step.planned.contactName);
      const after = await performStep(client, job.companyId, step, passwords.of(job.id, step.index));
      return done(step, after, now().toISOString());
    } catch (thrown) {
      const { step: ended, obstacle } = afterError(step, describeError(thrown), now().toISOString());
      this.#obstacle ??= obstacle;
      return ended;
    }
  }

  /** A password lives on only with the account that it belongs to, or as long as that may still come. */
  async #keepPasswords(steps: readonly StepRecord[]): Promise<void> {
    const { passwords } = this.#options;
    const over: number[] = [];
    for (const { index, state } of steps)
      if (state === 'done') await passwords.ready(this.jobId, index);
      else if (state === 'failed' || state === 'cancelled') over.push(index);
    if (over.length > 0) await passwords.drop(this.jobId, over);
  }

  async #advance(change: Advance): Promise<Advanced> {
    const advanced = await this.#options.store.advance(this.jobId, change);
    this.#options.onProgress(advanced.job);
    return advanced;
  }

  async #waitBecauseOf(error: PortalErrorData): Promise<void> {
    const { store, now } = this.#options;
    const before = await store.find(this.jobId);
    if (before === undefined || !isOpen(before)) return;
    const waiting = waitingAfter(error, before.setbacks, now());
    const isSame = before.waiting?.until === null && before.waiting.error.code === error.code;
    if (isSame && waiting.until === null) return;
    await this.#advance({ job: (job) => ({ ...job, waiting, setbacks: job.setbacks + 1 }) });
  }
}

/** Something went well, so the next pause is a short one again. */
function afterSuccess({ steps = [] }: Advance): (job: JobRecord) => JobRecord {
  const isSuccess = steps.some(({ state }) => state === 'done');
  return (job) => (isSuccess ? { ...job, setbacks: 0 } : job);
}

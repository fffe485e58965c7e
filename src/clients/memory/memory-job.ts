import type { InitialPassword, Job, JobCounts, JobDraft, JobState, JobStep } from '../../contract/index.js';
import type { PortalUser } from '../../model/index.js';

/** Where a job of memory comes from, besides what was asked for. */
export interface JobOrigin {
  readonly psaOrigin: string;
  readonly undoes: string | null;
  readonly now: () => Date;
}

/** One job: its steps, how many are in which state, and what it holds until somebody takes it. */
export class MemoryJob {
  state: JobState = 'running';
  waiting: Job['waiting'] = null;
  /** Whether steps are under way or about to be. */
  isAtWork = false;
  /** Generated for each create, by its index; kept until the account is there, which may take a second try. */
  readonly drafted = new Map<number, string>();
  readonly steps: JobStep[];
  readonly counts: JobCounts = { planned: 0, running: 0, done: 0, failed: 0, refused: 0, cancelled: 0 };
  #passwords: InitialPassword[] = [];
  /** No step before this one is planned. */
  #next = 0;
  readonly #createdAt: string;
  #changedAt: string;

  constructor(
    readonly draft: JobDraft,
    private readonly origin: JobOrigin,
  ) {
    this.#createdAt = this.#changedAt = origin.now().toISOString();
    this.steps = draft.steps.map((planned, index) => {
      const state = planned.action === 'refused' ? 'refused' : 'planned';
      this.counts[state] += 1;
      return { index, planned, state, error: null, after: null, at: null };
    });
  }

  get hasEnded(): boolean {
    return this.state === 'finished' || this.state === 'cancelled';
  }

  get canGoOn(): boolean {
    return this.state === 'running' && this.waiting === null && this.counts.planned > 0;
  }

  /** The job as everybody may see it. */
  snapshot(): Job {
    const { id, companyId, companyName, kind } = this.draft;
    const { psaOrigin, undoes } = this.origin;
    const about = { id, undoes, psaOrigin, connectionId: '', companyId, companyName, kind };
    const { state, waiting } = this;
    const times = { createdAt: this.#createdAt, changedAt: this.#changedAt };
    return {
      ...about,
      ...times,
      state,
      waiting: structuredClone(waiting),
      counts: { ...this.counts },
      hasPasswords: this.#passwords.length > 0,
    };
  }

  /** The first step that is still to be done. */
  next(): JobStep | undefined {
    while (this.#next < this.steps.length && this.steps[this.#next]?.state !== 'planned') this.#next += 1;
    return this.steps[this.#next];
  }

  put(index: number, change: Partial<Omit<JobStep, 'index' | 'planned'>>): void {
    const before = this.steps[index];
    if (before === undefined) return;
    const after = { ...before, ...change };
    this.counts[before.state] -= 1;
    this.counts[after.state] += 1;
    this.steps[index] = after;
    if (after.state === 'planned') this.#next = Math.min(this.#next, index);
    this.touch();
  }

  done(index: number, after: PortalUser): void {
    const password = this.drafted.get(index);
    const { contactId, contactName } = this.steps[index]?.planned ?? {};
    if (password !== undefined && contactId !== undefined && contactName !== undefined)
      this.#passwords.push({ contactId, contactName, userName: after.userName, password });
    this.drafted.delete(index);
    this.put(index, { state: 'done', after, error: null, at: this.origin.now().toISOString() });
  }

  /** Every step in one state gets into another one. */
  turn(from: JobStep['state'], to: JobStep['state']): void {
    for (const step of this.steps) if (step.state === from) this.put(step.index, { state: to, error: null });
  }

  enter(state: JobState): void {
    this.state = state;
    this.waiting = null;
    this.touch();
  }

  takePasswords(): InitialPassword[] {
    const taken = this.#passwords;
    this.#passwords = [];
    this.touch();
    return taken;
  }

  touch(): void {
    this.#changedAt = this.origin.now().toISOString();
  }
}

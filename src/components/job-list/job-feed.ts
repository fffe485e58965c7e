import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type Job, type PortalError, type PortalJobs } from '../../contract/index.js';

/**
 * ms. Whoever watches an unfinished job asks now and then: that wakes a worker that has ended, and makes good for news
 * that got lost. All else comes by itself. Browsers end an idle worker after 30 s.
 */
const ASK_AGAIN = 20_000;
/** ms. News that come faster are shown together. */
const SHOW_TOGETHER = 100;

/** The jobs as they stand, kept current for as long as the host is in the page. */
export class JobFeed implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: PortalError | undefined;
  readonly #jobs = new Map<string, Job>();
  #source: PortalJobs | undefined;
  #unsubscribe: (() => void) | undefined;
  #poll: ReturnType<typeof setInterval> | undefined;
  #pending: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** The newest first. */
  get jobs(): Job[] {
    return [...this.#jobs.values()].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  }

  hostConnected(): void {
    if (this.#source !== undefined) this.#start(this.#source);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Follows these jobs from now on, or none. */
  follow(source: PortalJobs | undefined): void {
    this.#stop();
    this.#jobs.clear();
    this.#source = source;
    if (source === undefined) this.#enter('idle');
    else this.#start(source);
  }

  /** Asks for all of them. Resolves when that has ended either way; it never rejects. */
  async load(): Promise<void> {
    const source = this.#source;
    if (source === undefined) return;
    if (this.state !== 'ready') this.#enter('loading');
    try {
      const jobs = await source.list();
      if (source !== this.#source) return;
      const known = new Set(jobs.map(({ id }) => id));
      for (const id of this.#jobs.keys()) if (!known.has(id)) this.#jobs.delete(id);
      for (const job of jobs) this.#take(job);
      this.#enter('ready');
    } catch (thrown) {
      if (source === this.#source) this.#enter('failed', toPortalError(thrown));
    }
  }

  /** Takes a job that was just learnt of, unless a newer state of it is known. */
  readonly learn = (job: Job): void => {
    this.#take(job);
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.host.requestUpdate();
    }, SHOW_TOGETHER);
  };

  forget(jobId: string): void {
    this.#jobs.delete(jobId);
    this.host.requestUpdate();
  }

  #take(job: Job): void {
    const known = this.#jobs.get(job.id);
    if (known === undefined || Date.parse(job.changedAt) >= Date.parse(known.changedAt))
      this.#jobs.set(job.id, job);
  }

  #start(source: PortalJobs): void {
    this.#unsubscribe = source.subscribe(this.learn);
    this.#poll = setInterval(() => {
      if ([...this.#jobs.values()].some(({ state }) => state === 'running')) void this.load();
    }, ASK_AGAIN);
    void this.load();
  }

  #stop(): void {
    this.#unsubscribe?.();
    clearInterval(this.#poll);
    clearTimeout(this.#pending);
    this.#pending = undefined;
  }

  #enter(state: JobFeed['state'], error?: PortalError): void {
    this.state = state;
    this.error = error;
    this.host.requestUpdate();
  }
}

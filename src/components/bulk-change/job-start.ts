import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  toPortalError,
  type Job,
  type JobDraft,
  type PortalError,
  type PortalJobs,
} from '../../contract/index.js';

/** Starts a job, once: the draft has its id before it is sent, so that asking again after an error gives the same job. */
export class JobStart implements ReactiveController {
  isBusy = false;
  error: PortalError | undefined;
  #generation = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets an error, and whatever answer is still to come. */
  reset(): void {
    this.#generation += 1;
    this.#enter(false);
  }

  /** Resolves to the job, or to undefined where it was not started or nobody waits any more. It never rejects. */
  async start(jobs: Pick<PortalJobs, 'start'>, draft: JobDraft): Promise<Job | undefined> {
    if (this.isBusy) return undefined;
    const generation = this.#generation;
    this.#enter(true);
    try {
      const job = await jobs.start(draft);
      if (generation !== this.#generation) return undefined;
      this.#enter(false);
      return job;
    } catch (thrown) {
      if (generation === this.#generation) this.#enter(false, toPortalError(thrown));
      return undefined;
    }
  }

  #enter(isBusy: boolean, error?: PortalError): void {
    this.isBusy = isBusy;
    this.error = error;
    this.host.requestUpdate();
  }
}

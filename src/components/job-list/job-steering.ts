import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type PortalError } from '../../contract/index.js';

/** What a person can do with a job, and in which order it is offered. */
export type JobAction = 'resume' | 'pause' | 'cancel' | 'retry' | 'plan-again' | 'undo' | 'forget';

/** One action at a time; while it is under way the others wait, and what went wrong is kept until the next one. */
export class JobSteering implements ReactiveController {
  busy: JobAction | undefined;
  error: PortalError | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.error = undefined;
  }

  /** Resolves when it has ended either way; it never rejects. */
  async run(action: JobAction, work: () => Promise<void>): Promise<void> {
    if (this.busy !== undefined) return;
    this.#enter(action);
    try {
      await work();
      this.#enter(undefined);
    } catch (thrown) {
      this.#enter(undefined, toPortalError(thrown));
    }
  }

  #enter(busy: JobAction | undefined, error?: PortalError): void {
    this.busy = busy;
    this.error = error;
    this.host.requestUpdate();
  }
}

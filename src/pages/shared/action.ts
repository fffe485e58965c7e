import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type PortalError } from '../../contract/index.js';

/**
 * Something that the user has started: one at a time, with its name while it is under way and its error once it failed.
 * What is typed stays where it is, so that after an error the same can simply be tried again.
 */
export class Action<Name extends string> implements ReactiveController {
  /** What is under way. */
  busy: Name | undefined;
  error: PortalError | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.error = undefined;
  }

  /** Resolves when the work has ended either way; it never rejects. True where it went well, false also where busy. */
  async run(name: Name, work: () => Promise<void>): Promise<boolean> {
    if (this.busy !== undefined) return false;
    this.#enter(name, undefined);
    try {
      await work();
      this.#enter(undefined, undefined);
      return true;
    } catch (thrown) {
      this.#enter(undefined, toPortalError(thrown));
      return false;
    }
  }

  /** Takes the error away, because what it was about is gone. */
  clear(): void {
    this.#enter(this.busy, undefined);
  }

  #enter(busy: Name | undefined, error: PortalError | undefined): void {
    this.busy = busy;
    this.error = error;
    this.host.requestUpdate();
  }
}

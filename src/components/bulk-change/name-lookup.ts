import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MOST_USER_NAMES, toPortalError, type PortalAdmin, type PortalError } from '../../contract/index.js';
import type { PlannedStep } from '../../model/index.js';

/** Questions at once: as many as the PSA answers at the same time for one kind of record. */
const AT_ONCE = 3;

/** Asks the PSA which user names of a plan are somebody's beyond the company, many names with each question. */
export class NameLookup implements ReactiveController {
  /** Names that are known to be somebody's, in lower case. They stay so for as long as the dialog is open. */
  readonly taken = new Set<string>();
  readonly #free = new Set<string>();
  /** How many of the names are answered; undefined while nothing is asked. */
  progress: { readonly done: number; readonly all: number } | undefined;
  error: PortalError | undefined;
  #running: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets everything: another task. */
  reset(): void {
    this.stop();
    this.taken.clear();
    this.#free.clear();
    this.error = undefined;
  }

  /** Names of which it is known already that they are somebody's. */
  know(taken: readonly string[]): void {
    this.#learn([], taken);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.progress = undefined;
    this.host.requestUpdate();
  }

  /** The names of the plan that nobody has asked about yet. */
  unknownNames(steps: readonly PlannedStep[]): string[] {
    const names = steps.flatMap((step) => nameOf(step) ?? []);
    return names.filter((name) => !this.#isKnown(name));
  }

  /** Resolves to whether every answer has come. It never rejects; what has been answered is kept. */
  async ask(admin: PortalAdmin, names: readonly string[]): Promise<boolean> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.error = undefined;
    this.#advance(0, names.length);
    const left = [...names];
    const work = async (): Promise<void> => {
      while (left.length > 0) {
        const asked = left.splice(0, MOST_USER_NAMES);
        const taken = await admin.takenUserNames(asked, null, { signal: running.signal });
        running.signal.throwIfAborted();
        this.#learn(asked, taken);
        this.#advance((this.progress?.done ?? 0) + asked.length, names.length);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return true;
    } catch (thrown) {
      if (!running.signal.aborted) this.error = toPortalError(thrown);
      // The other questions would go the same way.
      running.abort();
      return false;
    } finally {
      if (this.#running === running) this.stop();
    }
  }

  #learn(asked: readonly string[], taken: readonly string[]): void {
    for (const name of taken) this.taken.add(name.toLowerCase());
    for (const name of asked) if (!this.taken.has(name.toLowerCase())) this.#free.add(name.toLowerCase());
  }

  #isKnown(name: string): boolean {
    return this.#free.has(name.toLowerCase()) || this.taken.has(name.toLowerCase());
  }

  #advance(done: number, all: number): void {
    this.progress = { done, all };
    this.host.requestUpdate();
  }
}

/** The name that the step gives, where it gives a new one. */
function nameOf(step: PlannedStep): string | undefined {
  if (step.action === 'create') return step.account.userName;
  return step.action === 'change' ? step.change.userName : undefined;
}

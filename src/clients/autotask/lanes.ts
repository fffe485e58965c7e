/** The vendor runs three calls per integration and object endpoint at a time and rejects the fourth (vendor help, thread limits). */
const LANES = 3;

/** Lets three calls run and the others wait, first come, first served. */
export class Lanes {
  #free = LANES;
  readonly #waiting: (() => void)[] = [];

  /** Rejects with the signal's reason if it ends while the call still waits. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#enter(signal);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (!(await this.#turn(signal))) signal.throwIfAborted();
  }

  /** Resolves to true with a lane, to false where the signal ended first. */
  #turn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        resolve(false);
      };
      this.#waiting.push(enter);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

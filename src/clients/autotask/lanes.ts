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
    const hasLane = await new Promise<boolean>((resolve) => {
      const enter = (): void => resolve(true);
      this.#waiting.push(enter);
      const giveUp = (): void => {
        const place = this.#waiting.indexOf(enter);
        // Whoever has a lane already keeps it: the work itself ends at the signal and then leaves.
        if (place < 0) return;
        this.#waiting.splice(place, 1);
        resolve(false);
      };
      signal.addEventListener('abort', giveUp, { once: true });
    });
    if (!hasLane) signal.throwIfAborted();
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

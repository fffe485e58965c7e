import type { Work } from '../../model/index.js';

/** ms of work after which the page gets its turn: a frame has 16. */
const TURN = 10;

/** Lets the page draw and answer between the parts of long work. */
export class Turns {
  #began = performance.now();

  /** This turn has lasted long enough. */
  get isOver(): boolean {
    return performance.now() - this.#began >= TURN;
  }

  /** Resolves when the page has had its turn. Rejects with the signal's reason. */
  async give(signal?: AbortSignal): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    this.#began = performance.now();
  }
}

export interface TurnOptions {
  readonly signal?: AbortSignal | undefined;
  /** How much is done, from 0 to 1; told with each turn of the page. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Does work in turns with the page. Rejects with the signal's reason. */
export async function inTurns<T>(work: Work<T>, { signal, onProgress }: TurnOptions = {}): Promise<T> {
  const turns = new Turns();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (!turns.isOver) continue;
    onProgress?.(step.value);
    await turns.give(signal);
  }
}

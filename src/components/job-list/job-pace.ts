import type { Job } from '../../contract/index.js';
import { leftOf, longWait } from './job-words.js';

interface Sample {
  readonly at: number;
  readonly left: number;
}

/** ms. What was longer ago says nothing about the pace now. */
const WINDOW = 90_000;
/** Before so much has been seen (ms, steps), a remaining time would be a guess. */
const SEEN_LONG_ENOUGH = 4_000;
const SEEN_ENOUGH = 5;

/** How fast a job moves, from what was seen of it. A pause, a wait or a retry starts anew. */
export class JobPace {
  #samples: Sample[] = [];

  constructor(private readonly now: () => number = () => performance.now()) {}

  see(job: Job): void {
    const left = leftOf(job.counts);
    const last = this.#samples.at(-1);
    const isMoving = job.state === 'running' && longWait(job) === undefined;
    if (!isMoving || (last !== undefined && left > last.left)) this.#samples = [];
    if (!isMoving || left === last?.left) return;
    const at = this.now();
    this.#samples = [...this.#samples.filter((sample) => at - sample.at <= WINDOW), { at, left }];
  }

  /** ms until the job ends at the pace seen, or undefined while that cannot be told. */
  remaining(): number | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const took = last.at - first.at;
    const steps = first.left - last.left;
    if (took < SEEN_LONG_ENOUGH || steps < SEEN_ENOUGH) return undefined;
    // Since the last step some time has passed: while nothing moves, the estimate must not shrink.
    return (last.left * Math.max(took, this.now() - first.at)) / steps;
  }
}

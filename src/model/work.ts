/**
 * Long work that can be laid down between its parts: it yields the share that is done, from 0 to 1, and returns the
 * result. Whoever wants it in one piece calls `finish`; a page runs it in turns, and drops it where nobody waits any more.
 */
export type Work<T> = Generator<number, T, undefined>;

/** Records between two yields: together they take about a millisecond. */
const PART = 100;

/** Does something with each item, a part of them at a time. */
export function* eachInParts<T>(items: readonly T[], deal: (item: T, at: number) => void): Work<void> {
  for (let at = 0; at < items.length; at += 1) {
    if (at % PART === 0) yield at / items.length;
    deal(items[at] as T, at);
  }
}

/** A part of greater work, which has the share from `from` to `to` of it. */
export function* asShare<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield from + step.value * (to - from);
  }
}

/** Does it all at once. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

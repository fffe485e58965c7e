/** A call as the sandbox's log has it; milliseconds since 1970. */
export interface Call {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** How many calls were under way over time. */
export interface Load {
  /** Milliseconds from the first call to the last answer. */
  readonly span: number;
  readonly mean: number;
  readonly most: number;
  /** By number of calls: the share of the span with exactly so many. */
  readonly shares: readonly number[];
}

/** Throws where there are no calls. */
export function loadOf(calls: readonly Call[]): Load {
  const moments = calls
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    // At the same moment an end comes first: its place is what the next one took.
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const [first] = moments;
  const last = moments.at(-1);
  if (first === undefined || last === undefined) throw new Error('there were no calls');
  const times: (number | undefined)[] = [];
  let running = 0;
  let before = first.at;
  for (const { at, step } of moments) {
    times[running] = (times[running] ?? 0) + at - before;
    before = at;
    running += step;
  }
  const span = last.at - first.at;
  const shares = Array.from(times, (time) => (time ?? 0) / span);
  const mean = shares.reduce((sum, share, count) => sum + share * count, 0);
  return { span, mean, most: shares.length - 1, shares };
}

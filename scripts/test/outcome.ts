/** What a part of the test run came to. */
export interface Outcome {
  readonly passed: number;
  /** What failed, by name: one for each. */
  readonly failed: readonly string[];
}

export function addUp(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
  };
}

/** The end of a run: what failed, where its report is long scrolled away, and the closing line. */
export function closingLines({ passed, failed }: Outcome): string {
  return [...failed.map((name) => `✗ ${name}`), `${passed} passed, ${failed.length} failed`].join('\n');
}

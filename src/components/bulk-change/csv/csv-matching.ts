import {
  asShare,
  csvTargets,
  eachInParts,
  findContacts,
  settleFindings,
  type BulkTarget,
  type CsvChoices,
  type CsvFinding,
  type CsvLine,
  type CsvMatchContext,
  type CsvOutcome,
  type Work,
} from '../../../model/index.js';

/** Whom a file names, with what somebody has chosen. */
export interface CsvMatch {
  /** What each line was before choices and duplicates. */
  readonly found: readonly CsvFinding[];
  readonly findings: readonly CsvFinding[];
  /** Those that somebody should look at, or has decided about. */
  readonly open: readonly CsvFinding[];
  readonly counts: ReadonlyMap<CsvOutcome['kind'], number>;
  readonly targets: readonly BulkTarget[];
}

/** Of a file of which nothing is known yet. */
export const noMatch: CsvMatch = { found: [], findings: [], open: [], counts: new Map(), targets: [] };

/** Looks for the contacts of all lines. */
export function* matchLines(
  lines: readonly CsvLine[],
  context: CsvMatchContext,
  choices: CsvChoices,
): Work<CsvMatch> {
  const found = yield* asShare(findContacts(lines, context), 0, 0.85);
  return yield* asShare(settleMatch(found, choices), 0.85, 1);
}

/** Takes in what was chosen since. */
export function* settleMatch(found: readonly CsvFinding[], choices: CsvChoices): Work<CsvMatch> {
  const findings = yield* asShare(settleFindings(found, choices), 0, 0.5);
  const open: CsvFinding[] = [];
  const counts = new Map<CsvOutcome['kind'], number>();
  const look = eachInParts(findings, (finding) => {
    const { kind } = finding.outcome;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (finding.outcome.kind !== 'matched' || finding.outcome.by === 'choice') open.push(finding);
  });
  yield* asShare(look, 0.5, 0.7);
  const targets = yield* asShare(csvTargets(findings), 0.7, 1);
  return { found, findings, open, counts, targets };
}

import { median } from '../statistics.js';
import { OURS, peers } from './contestants.js';
import { steps, type StepId } from './page/harness.js';
import type { Run } from './run.js';

/** All rounds of all contestants. */
export type Runs = ReadonlyMap<string, readonly Run[]>;

interface Measure {
  readonly label: string;
  readonly of: (run: Run) => number;
  readonly digits: number;
}

const stepLabels: Readonly<Record<StepId, string>> = {
  mount: 'mount',
  edit: 'first edit',
  editMore: 'second edit',
  show: 'other company',
};

export const measures: readonly Measure[] = [
  ...steps.flatMap((step): Measure[] => [
    { label: `${stepLabels[step]}, ms`, of: ({ taken }) => taken[step].time, digits: 0 },
    { label: 'busy', of: ({ taken }) => taken[step].busy, digits: 1 },
  ]),
  { label: 'start, ms', of: ({ start }) => start.time, digits: 0 },
  { label: 'start on a phone', of: ({ slowStart }) => slowStart.time, digits: 0 },
  { label: 'requests', of: ({ start }) => start.requests, digits: 0 },
  { label: 'kB', of: ({ start }) => start.bytes / 1000, digits: 1 },
];

/** One table of medians, and ours in relation to the best of the peers. */
export function formReport(runs: Runs): string[] {
  const rows = [...runs].map(([name, all]) => [
    name,
    ...measures.map(({ of, digits }) => median(all.map(of)).toFixed(digits)),
  ]);
  const best = bestPeer(runs);
  const ours = runs.get(OURS);
  if (best !== undefined && ours !== undefined)
    rows.push([
      'ours : best peer',
      ...measures.map((measure) => (median(ours.map(measure.of)) / best(measure)).toFixed(2)),
    ]);
  return table(['', ...measures.map(({ label }) => label)], rows);
}

/** Where ours is not ahead of the best peer, in words. */
export function behind(runs: Runs): string[] {
  const best = bestPeer(runs);
  const ours = runs.get(OURS);
  if (best === undefined || ours === undefined) return [];
  return measures.flatMap((measure) => {
    const [own, theirs] = [median(ours.map(measure.of)), best(measure)];
    const [figure, other] = [own.toFixed(measure.digits), theirs.toFixed(measure.digits)];
    return Number(figure) > Number(other) ? [`behind: ${measure.label}, ${figure} to ${other}`] : [];
  });
}

function bestPeer(runs: Runs): ((measure: Measure) => number) | undefined {
  const others = peers.flatMap((name) => {
    const all = runs.get(name);
    return all === undefined ? [] : [all];
  });
  if (others.length === 0) return undefined;
  return ({ of }) => Math.min(...others.map((all) => median(all.map(of))));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)];
}

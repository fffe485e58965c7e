import { median } from '../statistics.js';
import type { BundleSize } from './bundles.js';
import { DATA_GRID, ISOLATED, OURS } from './contestants.js';
import type { Run } from './run.js';

/** All rounds of all contestants at one number of contacts. */
export type Runs = ReadonlyMap<string, readonly Run[]>;

interface Measure {
  readonly label: string;
  /** null where a contestant has no such thing, or did not come so far. */
  readonly of: (run: Run) => number | null;
  /** The same, where the first one can't tell contestants apart: below two frames only this does. */
  readonly busy?: (run: Run) => number | null;
  readonly digits: number;
}

function step(label: string, id: keyof Run['taken']): Measure {
  return {
    label,
    of: ({ taken }) => taken[id]?.time ?? null,
    busy: ({ taken }) => taken[id]?.busy ?? null,
    digits: 0,
  };
}

const MEBIBYTE = 1024 * 1024;

export const measures: readonly Measure[] = [
  step('mount', 'mount'),
  step('sort asc', 'sortAscending'),
  step('sort desc', 'sortDescending'),
  step('filter', 'filter'),
  step('clear', 'clearFilter'),
  step('select all', 'selectAll'),
  step('update 1,000', 'update'),
  { label: 'scroll p50', of: ({ scroll }) => scroll?.p50 ?? null, digits: 1 },
  { label: 'p95', of: ({ scroll }) => scroll?.p95 ?? null, digits: 1 },
  { label: 'worst', of: ({ scroll }) => scroll?.worst ?? null, digits: 1 },
  { label: 'busy/frame', of: ({ scroll }) => scroll?.busy ?? null, digits: 1 },
  { label: 'blank', of: ({ scroll }) => scroll?.blank ?? null, digits: 0 },
  { label: 'heap MiB', of: ({ heap }) => (heap === undefined ? null : heap / MEBIBYTE), digits: 1 },
];

/** One table of medians, ours in relation to the best of the others, and the isolated one in relation to ours. */
export function sizeReport(count: number, runs: Runs): string[] {
  const rows = [...runs].map(([name, all]) => [name, ...measures.map((one) => cell(one, all))]);
  const ours = runs.get(OURS);
  const isolated = runs.get(ISOLATED);
  const others = [...runs].filter(([name]) => !isOurs(name)).map(([, all]) => all);
  if (ours !== undefined && others.length > 0)
    rows.push(['ours : best other', ...measures.map((one) => ratioCell(one, ours, others))]);
  if (ours !== undefined && isolated !== undefined)
    rows.push(['isolated : ours', ...measures.map((one) => ratioCell(one, isolated, [ours]))]);
  const numberWords = count.toLocaleString('en');
  return [
    `## ${numberWords} contacts`,
    ...table([numberWords, ...measures.map(({ label }) => label)], rows),
    '',
  ];
}

export function bundleReport(sizes: ReadonlyMap<string, BundleSize>): string[] {
  const best = Math.min(...[...sizes].flatMap(([name, { gzip }]) => (isOurs(name) ? [] : [gzip])));
  const rows = [...sizes].map(([name, { raw, gzip }]) => [
    name,
    kilobytes(raw),
    kilobytes(gzip),
    isOurs(name) && Number.isFinite(best) ? (gzip / best).toFixed(2) : '',
  ]);
  return ['## Bundles', ...table(['loaded by the page', 'kB', 'kB gzip', ': best other'], rows), ''];
}

function isOurs(name: string): boolean {
  return [OURS, DATA_GRID, ISOLATED].includes(name);
}

/** What ours is not ahead in. A time below two frames is compared by the work in it. */
export function behind(count: number, runs: Runs): string[] {
  const ours = runs.get(OURS);
  const others = [...runs].filter(([name]) => !isOurs(name));
  if (ours === undefined || others.length === 0) return [];
  return measures.flatMap((one) => {
    const own = telling(one, ours);
    const [first] = others
      .map(([name, all]) => ({ name, value: telling(one, all) }))
      .sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
    if (own === null || first?.value == null) return [];
    // What looks the same is the same: frames differ by hundredths of a millisecond.
    const [figure, best] = [own.toFixed(1), first.value.toFixed(1)];
    if (Number(figure) <= Number(best)) return [];
    const figures = `${figure} to ${best}`;
    return [`behind at ${count.toLocaleString('en')}: ${one.label}, ${figures} of ${first.name}`];
  });
}

/** Who did not come to the end, and why; nobody takes part at that size again after that. */
export function gaveUp(count: number, runs: Runs): string[] {
  return [...runs].flatMap(([name, all]) =>
    all.flatMap(({ gaveUp: why }) =>
      why === undefined ? [] : [`gave up at ${count.toLocaleString('en')}: ${name}, ${why}`],
    ),
  );
}

/** Two frames, in ms. */
const TELLING = 33.4;

function telling({ of, busy }: Measure, runs: readonly Run[]): number | null {
  const value = medianOf(runs, of);
  return value !== null && value < TELLING && busy !== undefined ? medianOf(runs, busy) : value;
}

function cell({ of, busy, digits }: Measure, runs: readonly Run[]): string {
  const value = medianOf(runs, of);
  if (value === null) return '–';
  const work = busy === undefined ? null : medianOf(runs, busy);
  return work === null ? value.toFixed(digits) : `${value.toFixed(digits)} (${work.toFixed(digits)})`;
}

function ratioCell({ of, busy }: Measure, ours: readonly Run[], others: readonly (readonly Run[])[]): string {
  const ratio = (pick: (run: Run) => number | null): string => {
    const best = others.map((runs) => medianOf(runs, pick)).filter((value) => value !== null);
    const own = medianOf(ours, pick);
    return own === null || best.length === 0 || Math.min(...best) <= 0
      ? '–'
      : (own / Math.min(...best)).toFixed(2);
  };
  return busy === undefined ? ratio(of) : `${ratio(of)} (${ratio(busy)})`;
}

function medianOf(runs: readonly Run[], pick: (run: Run) => number | null): number | null {
  const values = runs.map(pick).filter((value) => value !== null);
  return values.length === 0 ? null : median(values);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((label, place) =>
    Math.max(label.length, ...rows.map((row) => row[place]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, place) => (place === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[place] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, place) => '-'.repeat(width + (place === 0 ? 2 : 1)) + (place === 0 ? '' : ':')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)];
}

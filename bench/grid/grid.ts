import { rm, writeFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { launchChromiumWithExtension } from '../../test/e2e/support/chromium.js';
import { serveFolder } from '../../test/e2e/support/storybook.js';
import { buildBundles, dataGridSize, sizeOf, type BundleSize } from './bundles.js';
import { randomNumbers } from './contacts.js';
import { DATA_GRID, ISOLATED, OURS } from './contestants.js';
import { readOptions, type GridOptions } from './options.js';
import type { Geometry } from './page/geometry.js';
import { behind, bundleReport, gaveUp, sizeReport } from './report.js';
import { calibrate, runOnce, type Run } from './run.js';

/**
 * `<portal-contact-grid>` beside the best free grids, and beside itself in the extension's isolated world: the same contacts,
 * columns and box, in one browser, in turns. Whoever does not show the right rows, or not in time, gives up, and the report
 * says at what; it is an error only of ours.
 */
export async function benchGrid(args: readonly string[]): Promise<string[]> {
  const options = readOptions(args);
  const { folder, pages, extension } = await buildBundles(options.names);
  const server = await serveFolder(pages);
  const context = await launchChromiumWithExtension(extension);
  try {
    const geometries = await calibrateAll(context, server.url, options.names);
    const results = await runRounds({ context, url: server.url, geometries }, options);
    const sizes = await bundleSizes(pages, results);
    if (options.json !== undefined) await writeFile(options.json, jsonOf(results, sizes));
    if (hasGivenUp(results)) process.exitCode = 1;
    return report(results, sizes);
  } finally {
    await context.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Grounds {
  readonly context: BrowserContext;
  readonly url: string;
  readonly geometries: ReadonlyMap<string, Geometry>;
}

async function calibrateAll(
  context: BrowserContext,
  url: string,
  names: readonly string[],
): Promise<Map<string, Geometry>> {
  const geometries = new Map<string, Geometry>();
  for (const name of names) geometries.set(name, await about(name, calibrate(context, url, name)));
  return geometries;
}

type Results = ReadonlyMap<number, ReadonlyMap<string, Run[]>>;

/** Each round has every size, so that there is something of each wherever the time ends. */
async function runRounds(
  grounds: Grounds,
  { counts, rounds, minutes }: Pick<GridOptions, 'counts' | 'rounds' | 'minutes'>,
): Promise<Results> {
  const names = [...grounds.geometries.keys()];
  const results: Results = new Map(counts.map((count) => [count, new Map(names.map((name) => [name, []]))]));
  const chance = randomNumbers(rounds);
  const times = [performance.now()];
  for (let round = 1; round <= rounds && isTimeFor(times, minutes); round += 1) {
    for (const [count, runs] of results) {
      console.log(`${count.toLocaleString('en')} contacts, round ${round} of ${rounds} …`);
      await runAll(grounds, count, runs, chance);
    }
    times.push(performance.now());
  }
  return results;
}

/** Whether one more round will end in time if it takes as long as the longest so far. `times` in ms, of the ends of rounds. */
export function isTimeFor(times: readonly number[], minutes: number): boolean {
  const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const spent = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return spent + Math.max(0, ...lengths) <= minutes * 60_000;
}

async function runAll(
  { context, url, geometries }: Grounds,
  count: number,
  runs: ReadonlyMap<string, Run[]>,
  chance: () => number,
): Promise<void> {
  for (const [name, geometry] of shuffled([...geometries], chance)) {
    const before = runs.get(name);
    if (before?.at(-1)?.gaveUp !== undefined) continue;
    before?.push(await runOnce(context, url, { name, count, geometry }));
  }
}

function hasGivenUp(results: Results): boolean {
  return [...results.values()].some((runs) =>
    [OURS, ISOLATED].some((name) => runs.get(name)?.some(({ gaveUp: why }) => why !== undefined)),
  );
}

/** Whoever fails is named. */
async function about<T>(name: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  });
}

/** Nobody always comes after the same one. */
export function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: chance() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

async function bundleSizes(pages: string, results: Results): Promise<Map<string, BundleSize>> {
  const sizes = new Map<string, BundleSize>();
  for (const runs of results.values())
    for (const [name, all] of runs) {
      const files = new Set(all.flatMap((run) => run.files).filter((file) => file.startsWith(`${name}/`)));
      if (name !== ISOLATED) sizes.set(name, await sizeOf(pages, [...files]));
    }
  if (sizes.has(OURS)) sizes.set(DATA_GRID, await dataGridSize(pages));
  return sizes;
}

function report(results: Results, sizes: ReadonlyMap<string, BundleSize>): string[] {
  const all = [...results];
  const rounds = Math.max(...all.flatMap(([, runs]) => [...runs.values()].map(({ length }) => length)));
  return [
    `Medians of ${rounds}. ms from the call to the first painted frame with the right rows; in brackets the ms that the main`,
    'thread worked for it, until all was quiet. Scroll: 200 steps of 500 px, one a frame; ms from frame to frame.',
    '',
    ...bundleReport(sizes),
    ...all.flatMap(([count, runs]) => sizeReport(count, runs)),
    ...all.flatMap(([count, runs]) => behind(count, runs)),
    ...all.flatMap(([count, runs]) => gaveUp(count, runs)),
  ];
}

function jsonOf(results: Results, sizes: ReadonlyMap<string, BundleSize>): string {
  const runs = [...results].map(([count, byName]) => ({ count, runs: Object.fromEntries(byName) }));
  return JSON.stringify({ bundles: Object.fromEntries(sizes), results: runs }, null, 2);
}

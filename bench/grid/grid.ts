import { rm, writeFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { launchChromiumWithExtension } from '../../test/e2e/support/chromium.js';
import { serveFolder } from '../../test/e2e/support/storybook.js';
import { buildBundles, dataGridSize, sizeOf, type BundleSize } from './bundles.js';
import { randomNumbers } from './contacts.js';
import { DATA_GRID, ISOLATED, OURS } from './contestants.js';
import { readOptions } from './options.js';
import type { Geometry } from './page/geometry.js';
import { behind, bundleReport, sizeReport, type Runs } from './report.js';
import { calibrate, runOnce, type Run } from './run.js';

/**
 * `<portal-contact-grid>` beside the best free grids, and beside itself in the extension's isolated world: the same contacts,
 * columns and box, in one browser, in turns. Whoever does not show the right rows ends the run.
 */
export async function benchGrid(args: readonly string[]): Promise<string[]> {
  const options = readOptions(args);
  const { folder, pages, extension } = await buildBundles(options.names);
  const server = await serveFolder(pages);
  const context = await launchChromiumWithExtension(extension);
  try {
    const grounds = {
      context,
      url: server.url,
      geometries: await calibrateAll(context, server.url, options.names),
    };
    const results = new Map<number, Runs>();
    for (const count of options.counts) results.set(count, await runRounds(grounds, count, options.rounds));
    const sizes = await bundleSizes(pages, results);
    if (options.json !== undefined) await writeFile(options.json, jsonOf(results, sizes));
    return report(options.rounds, results, sizes);
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

async function runRounds(
  { context, url, geometries }: Grounds,
  count: number,
  rounds: number,
): Promise<Runs> {
  const runs = new Map<string, Run[]>([...geometries].map(([name]) => [name, []]));
  const chance = randomNumbers(count);
  for (let round = 0; round < rounds; round += 1) {
    console.log(`${count.toLocaleString('en')} contacts, round ${round + 1} of ${rounds} …`);
    for (const [name, geometry] of shuffled([...geometries], chance))
      runs.get(name)?.push(await about(name, runOnce(context, url, { name, count, geometry })));
  }
  return runs;
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

async function bundleSizes(
  pages: string,
  results: ReadonlyMap<number, Runs>,
): Promise<Map<string, BundleSize>> {
  const sizes = new Map<string, BundleSize>();
  for (const runs of results.values())
    for (const [name, all] of runs) {
      const files = new Set(all.flatMap((run) => run.files).filter((file) => file.startsWith(`${name}/`)));
      if (name !== ISOLATED) sizes.set(name, await sizeOf(pages, [...files]));
    }
  if (sizes.has(OURS)) sizes.set(DATA_GRID, await dataGridSize(pages));
  return sizes;
}

function report(
  rounds: number,
  results: ReadonlyMap<number, Runs>,
  sizes: ReadonlyMap<string, BundleSize>,
): string[] {
  const all = [...results];
  return [
    `Medians of ${rounds}. ms from the call to the first painted frame with the right rows; in brackets the ms that the main`,
    'thread worked for it, until all was quiet. Scroll: 200 steps of 500 px, one a frame; ms from frame to frame.',
    '',
    ...bundleReport(sizes),
    ...all.flatMap(([count, runs]) => sizeReport(count, runs)),
    ...all.flatMap(([count, runs]) => behind(count, runs)),
  ];
}

function jsonOf(results: ReadonlyMap<number, Runs>, sizes: ReadonlyMap<string, BundleSize>): string {
  const runs = [...results].map(([count, byName]) => ({ count, runs: Object.fromEntries(byName) }));
  return JSON.stringify({ bundles: Object.fromEntries(sizes), results: runs }, null, 2);
}

import type { BrowserContext } from 'playwright-core';
import { quantile } from '../statistics.js';
import type { Geometry } from './page/geometry.js';
import { steps, type StepId } from './page/harness.js';
import { openWorld, type World } from './world.js';

/** ms from the call to the first right frame, and ms that the main thread was busy until all was quiet again. */
export interface Taken {
  readonly time: number;
  readonly busy: number;
}

/** One contestant, once. */
export interface Run {
  /** By step; null where the contestant has no such thing. */
  readonly taken: Readonly<Record<StepId, Taken | null>>;
  readonly scroll: {
    readonly p50: number;
    readonly p95: number;
    readonly worst: number;
    /** ms per frame. */
    readonly busy: number;
    readonly blank: number;
  };
  /** Bytes on top of the rows and the page, after all steps. */
  readonly heap: number;
  /** Scripts and styles that the contestant needed for all this. */
  readonly files: readonly string[];
}

/** What a grid still does behind the right frame belongs to its work. In ms. */
const QUIET = 150;

/** Takes all steps in a fresh page. Rejects where a step did not show what it must. */
export async function runOnce(
  context: BrowserContext,
  baseUrl: string,
  { name, count, geometry }: { name: string; count: number; geometry: Geometry },
): Promise<Run> {
  const world = await openWorld(context, baseUrl, name);
  try {
    await world.call('prepare', count, geometry);
    const before = await world.heap();
    const taken = new Map<StepId, Taken | null>();
    for (const step of steps) {
      taken.set(step, await measured(world, () => world.call('step', step)));
      await world.call('prove', step);
    }
    const scroll = await scrolled(world);
    const heap = (await world.heap()) - before;
    return { taken: Object.fromEntries(taken) as Run['taken'], scroll, heap, files: await world.loaded() };
  } finally {
    await world.close();
  }
}

async function measured(world: World, work: () => Promise<number | null>): Promise<Taken | null> {
  await quiet();
  const before = await world.busy();
  const time = await work();
  await quiet();
  return time === null ? null : { time, busy: (await world.busy()) - before };
}

async function scrolled(world: World): Promise<Run['scroll']> {
  await quiet();
  const before = await world.busy();
  const { frames, blank } = await world.call('scroll');
  const busy = ((await world.busy()) - before) / frames.length;
  const [p50, p95, worst] = [0.5, 0.95, 1].map((share) => quantile(frames, share));
  return { p50: p50 ?? 0, p95: p95 ?? 0, worst: worst ?? 0, busy, blank };
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET));
}

/** Where the contestant paints its rows. Rejects where it paints none. */
export async function calibrate(context: BrowserContext, baseUrl: string, name: string): Promise<Geometry> {
  const world = await openWorld(context, baseUrl, name);
  try {
    await world.call('prepare', 1000);
    return await world.call('calibrate');
  } finally {
    await world.close();
  }
}

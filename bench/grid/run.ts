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

export interface Scrolled {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** ms per frame. */
  readonly busy: number;
  readonly blank: number;
}

/** One contestant, once; as far as it came. */
export interface Run {
  /** By step; null where the contestant has no such thing. */
  readonly taken: Readonly<Partial<Record<StepId, Taken | null>>>;
  readonly scroll: Scrolled | undefined;
  /** Bytes on top of the rows and the page, after all steps. */
  readonly heap: number | undefined;
  /** Scripts and styles that the contestant needed for all this. */
  readonly files: readonly string[];
  /** What it did not show, or not in time; undefined where it came to the end. */
  readonly gaveUp: string | undefined;
}

/** What a grid still does behind the right frame belongs to its work. In ms. */
const QUIET = 150;

/** So long a contestant has for everything, in s. On a machine that is otherwise idle the slowest needs a quarter of it. */
const LIMIT = 120;

export interface Contender {
  readonly name: string;
  readonly count: number;
  readonly geometry: Geometry;
}

/** Takes all steps in a fresh page, up to the first that did not show what it must. Never rejects. */
export async function runOnce(
  context: BrowserContext,
  baseUrl: string,
  { name, count, geometry }: Contender,
): Promise<Run> {
  const reached: Reached = { taken: {}, scroll: undefined, heap: undefined, files: [], gaveUp: undefined };
  const world = await openWorld(context, baseUrl, name);
  try {
    await within(LIMIT, takeSteps(world, count, geometry, reached));
  } catch (error) {
    reached.gaveUp = error instanceof Error ? error.message : String(error);
  } finally {
    await world.close();
  }
  return reached;
}

type Reached = { -readonly [K in keyof Run]: Run[K] };

async function takeSteps(world: World, count: number, geometry: Geometry, reached: Reached): Promise<void> {
  await world.call('prepare', count, geometry);
  const before = await world.heap();
  for (const step of steps) {
    reached.taken = { ...reached.taken, [step]: await measured(world, () => world.call('step', step)) };
    await world.call('prove', step);
    reached.files = await world.loaded();
  }
  reached.scroll = await scrolled(world);
  reached.heap = (await world.heap()) - before;
  reached.files = await world.loaded();
}

/** A page whose script hangs answers nothing any more. */
async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function measured(world: World, work: () => Promise<number | null>): Promise<Taken | null> {
  await quiet();
  const before = await world.busy();
  const time = await work();
  await quiet();
  return time === null ? null : { time, busy: (await world.busy()) - before };
}

async function scrolled(world: World): Promise<Scrolled> {
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
    return await within(LIMIT, world.call('calibrate'));
  } finally {
    await world.close();
  }
}

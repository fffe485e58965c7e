import type { Browser, CDPSession, Page } from 'playwright-core';
import { busyOf, countMainThread } from '../main-thread.js';
import { pageName } from './bundles.js';
import { steps, type StepId } from './page/harness.js';

/** ms until the first frame that was right, and ms that the main thread was busy until all was quiet again. */
export interface Taken {
  readonly time: number;
  readonly busy: number;
}

/** What the page fetched before the form stood there. Bytes as they went over the line. */
export interface Started {
  readonly time: number;
  readonly requests: number;
  readonly bytes: number;
}

/** One contestant, once. */
export interface Run {
  readonly taken: Readonly<Record<StepId, Taken>>;
  /** From the page's first byte, with nothing in the cache, on this machine's own line. */
  readonly start: Started;
  /** The same on the line and the processor that Lighthouse takes for a phone. */
  readonly slowStart: Started;
}

/** What a form still does behind the right frame belongs to its work. In ms. */
const QUIET = 150;

/** Lighthouse's "slow 4G" and its share of a processor: 150 ms, 1.6 and 0.75 Mbit/s, a quarter. */
const PHONE = { latency: 150, down: (1.6 * 1024 * 1024) / 8, up: (750 * 1024) / 8, slowdown: 4 } as const;

/** Takes all steps in fresh pages. Rejects where something was not shown. */
export async function runOnce(browser: Browser, baseUrl: string, name: string): Promise<Run> {
  return {
    taken: await takeSteps(browser, baseUrl, name),
    start: await started(browser, baseUrl, name, false),
    slowStart: await started(browser, baseUrl, name, true),
  };
}

async function takeSteps(browser: Browser, baseUrl: string, name: string): Promise<Run['taken']> {
  return withPage(browser, baseUrl, async (page, session) => {
    await countMainThread(session);
    await page.goto(new URL(pageName(name, 'driven'), baseUrl).href);
    await page.waitForFunction(() => globalThis.formBench !== undefined);
    const taken: [StepId, Taken][] = [];
    for (const step of steps) taken.push([step, await measured(page, session, step)]);
    return Object.fromEntries(taken) as Run['taken'];
  });
}

async function measured(page: Page, session: CDPSession, step: StepId): Promise<Taken> {
  await page.waitForTimeout(QUIET);
  const before = await busyOf(session);
  const time = await page.evaluate((id) => globalThis.formBench?.step(id), step);
  await page.waitForTimeout(QUIET);
  if (time === undefined) throw new Error('the bench is not in the page');
  return { time, busy: (await busyOf(session)) - before };
}

async function started(browser: Browser, baseUrl: string, name: string, isPhone: boolean): Promise<Started> {
  return withPage(browser, baseUrl, async (page, session) => {
    const counted = countTransfer(session, `${name}/`);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (isPhone) await slowDown(session);
    await page.goto(new URL(pageName(name, 'starting'), baseUrl).href, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.formStart !== undefined, undefined, { timeout: 120_000 });
    const time = await page.evaluate(() => globalThis.formStart);
    if (time === undefined) throw new Error('the page has not started');
    return { time, ...counted() };
  });
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PHONE.latency,
    downloadThroughput: PHONE.down,
    uploadThroughput: PHONE.up,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slowdown });
}

/** Counts what is fetched from below a folder, as it went over the line. */
function countTransfer(session: CDPSession, folder: string): () => Pick<Started, 'requests' | 'bytes'> {
  const ours = new Set<string>();
  const sum = { requests: 0, bytes: 0 };
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith(`/${folder}`)) ours.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!ours.has(requestId)) return;
    sum.requests += 1;
    sum.bytes += encodedDataLength;
  });
  return () => ({ ...sum });
}

/** A page as tall as the whole form, in a context of its own, that reaches nothing but this machine. */
async function withPage<T>(
  browser: Browser,
  baseUrl: string,
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 2400 }, locale: 'en' });
  try {
    await context.route(
      (url) => url.origin !== new URL(baseUrl).origin && url.protocol.startsWith('http'),
      (route) => route.abort(),
    );
    const page = await context.newPage();
    return await work(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

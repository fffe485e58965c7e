import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { openContentWorld } from '../../test/e2e/support/content-world.js';
import { eventually } from '../../test/e2e/drivers/tab.js';
import { busyOf, countMainThread } from '../main-thread.js';
import { ISOLATED } from './contestants.js';
import type { BenchPage } from './page/serve.js';

/** Where a contestant runs: the page's own world, or a content script's. */
export interface World {
  /** Runs a method of the bench's page. */
  call<K extends keyof BenchPage>(
    method: K,
    ...args: Parameters<BenchPage[K]>
  ): Promise<Awaited<ReturnType<BenchPage[K]>>>;
  /** What the main thread has worked since the page was opened, styles, layout and painting included. In ms. */
  busy(): Promise<number>;
  /** Bytes that are still needed: script, DOM and buffers. */
  heap(): Promise<number>;
  /** Paths of the scripts and styles that the page has loaded, below the folder of pages. */
  loaded(): Promise<string[]>;
  close(): Promise<void>;
}

type Run = <A, R>(code: (argument: A) => R | Promise<R>, argument: A) => Promise<R>;

export async function openWorld(context: BrowserContext, baseUrl: string, name: string): Promise<World> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await countMainThread(session);
  // A grid that remembers how it was left would start with that.
  await session.send('Storage.clearDataForOrigin', { origin: new URL(baseUrl).origin, storageTypes: 'all' });
  await page.goto(new URL(`${name}.html`, baseUrl).href);
  const run = name === ISOLATED ? await contentScript(context, page) : pageItself(page);
  await eventually('the bench in the page', async () => {
    const isReady = await run(() => globalThis.gridBench !== undefined, null);
    return isReady ? true : undefined;
  });
  return worldOf(page, session, run, baseUrl);
}

async function contentScript(context: BrowserContext, page: Page): Promise<Run> {
  const world = await openContentWorld(context, page);
  return (code, argument) => world.run(code, argument);
}

/** As source, as the content script gets it too. */
function pageItself(page: Page): Run {
  return <A, R>(code: (argument: A) => R | Promise<R>, argument: A) =>
    page.evaluate<R>(`(${code.toString()})(${JSON.stringify(argument)})`);
}

function worldOf(page: Page, session: CDPSession, run: Run, baseUrl: string): World {
  return {
    call: (method, ...args) =>
      run(
        ([called, given]) => {
          const bench = globalThis.gridBench as unknown as Record<string, (...all: unknown[]) => unknown>;
          return bench[called]?.(...given);
        },
        [method, args] as [string, unknown[]],
      ) as never,
    busy: () => busyOf(session),
    heap: () => heapOf(session),
    loaded: async () => {
      const urls = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      return urls.map((url) => url.slice(baseUrl.length)).filter((file) => /\.(js|css)$/.test(file));
    },
    close: () => page.close(),
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  // What only a weak reference or a finalizer holds is gone after the second time.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

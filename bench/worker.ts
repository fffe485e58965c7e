import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { buildExtension } from '../scripts/build/extension.js';
import { launchChromiumWithExtension } from '../test/e2e/support/chromium.js';
import { median, ms, quantile, ratio } from './statistics.js';

const ROUNDS = 40;

/** The browser's own API in an extension's page, where the driver runs the questions. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** The least that can be called a worker: its time is the browser's own. */
const EMPTY_WORKER = `chrome.runtime.onMessage.addListener((message, sender, answer) => {
  answer({ ok: true });
  return true;
});`;

/**
 * A cold worker's way to its first answer: from the page's question, with no worker running, to the answer in the page.
 * Ours, as published, beside an empty worker in the same browser, in turns.
 */
export async function benchWorker(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-worker-'));
  const ours = path.join(folder, 'ours');
  const empty = path.join(folder, 'empty');
  await buildExtension('chromium', ours);
  await writeEmptyExtension(empty);
  const context = await launchChromiumWithExtension(`${ours},${empty}`);
  try {
    return report(await measure(context));
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Times = Record<'empty' | 'ping' | 'connections', number[]>;

async function measure(context: BrowserContext): Promise<Times> {
  const pages = await openPages(context);
  const times: Times = { empty: [], ping: [], connections: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.empty.push(await coldAnswer(context, pages.empty, 'ping'));
    times.ping.push(await coldAnswer(context, pages.ours, 'ping'));
    times.connections.push(await coldAnswer(context, pages.ours, 'connections'));
  }
  return times;
}

/** Both extensions' pages. Ours is the options page; which worker is whose, their addresses tell. */
async function openPages(context: BrowserContext): Promise<{ ours: Page; empty: Page }> {
  while (context.serviceWorkers().length < 2) await context.waitForEvent('serviceworker');
  const urls = context.serviceWorkers().map((worker) => worker.url());
  const emptyUrl = urls.find((url) => url.endsWith('/empty-worker.js'));
  const oursUrl = urls.find((url) => url !== emptyUrl);
  if (emptyUrl === undefined || oursUrl === undefined) throw new Error('an extension did not start');
  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    ours: await open(new URL('src/pages/options/options.html', oursUrl).href),
    empty: await open(new URL('page.html', emptyUrl).href),
  };
}

/** Stops every worker, then asks. A debugger on the worker would keep it alive, so a page is asked to do it. */
async function coldAnswer(context: BrowserContext, page: Page, kind: string): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  const { time, isAnswered } = await page.evaluate(ask, kind);
  if (!isAnswered) throw new Error(`no answer to ${kind}`);
  return time;
}

/** In the page. */
async function ask(kind: string): Promise<{ time: number; isAnswered: boolean }> {
  // The workers need a moment to be gone; a question that comes too early would be answered by the old one.
  await new Promise((resolve) => setTimeout(resolve, 150));
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ kind, payload: {} });
  const time = performance.now() - start;
  return {
    time,
    isAnswered: typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true,
  };
}

function report(times: Times): string[] {
  const line = (name: string, values: readonly number[]): string =>
    `${name}: median ${ms(median(values))}, p95 ${ms(quantile(values, 0.95))}, ` +
    `${ratio(median(values), median(times.empty))} of an empty worker`;
  return [
    `cold worker to first answer, ${ROUNDS} rounds in turns`,
    line('an empty worker', times.empty),
    line('ours, a sign of life', times.ping),
    line('ours, the list of connections', times.connections),
  ];
}

async function writeEmptyExtension(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'An empty worker',
    version: '1',
    background: { service_worker: 'empty-worker.js' },
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'empty-worker.js'), EMPTY_WORKER);
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>An empty page</title>');
}

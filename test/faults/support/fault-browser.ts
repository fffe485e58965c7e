import type { BrowserContext, Page } from 'playwright-core';
import * as v from 'valibot';
import { demoPage } from '../../../scripts/start/demo.js';
import { AnswerSchema, messageSchemas, type AnswerOf, type MessageKind } from '../../../src/channel/index.js';
import type { JournalEntry } from '../../../src/contract/index.js';
import { eventually } from '../../e2e/drivers/tab.js';
import { launchChromiumWithExtension } from '../../e2e/support/chromium.js';
import { openContentWorld, type ContentWorld } from '../../e2e/support/content-world.js';
import { COMPANY } from './fault-psa.js';

/** Chromium with the extension and a tab that shows the campaign's company. */
export interface FaultBrowser {
  readonly context: BrowserContext;
  /** Asks the worker as our script in the PSA's page. Asks again where the worker ended meanwhile, as our clients do. */
  ask<K extends MessageKind>(kind: K, payload: object): Promise<AnswerOf<K>>;
  /** Asks it as the options page, which is opened for that. */
  askAsPage<K extends MessageKind>(kind: K, payload: object): Promise<AnswerOf<K>>;
  /** All of the journal about the company, the newest first. */
  journal(psaUrl: string): Promise<JournalEntry[]>;
  /** Ends the worker at once, whatever it is doing. */
  killWorker(): Promise<void>;
  openCompany(): Promise<void>;
  /** No page of the PSA is left then, so nothing asks the worker anything. */
  leaveCompany(): Promise<void>;
  close(): Promise<void>;
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

export async function openFaultBrowser(
  extension: string,
  psaUrl: string,
  profile = '',
): Promise<FaultBrowser> {
  const context = await launchChromiumWithExtension(extension, { profile });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const base = worker.url();
  const page = await context.newPage();
  const killWorker = await openKiller(context, base);
  let world: ContentWorld;

  const openCompany = async (): Promise<void> => {
    world = await companyPage(context, page, psaUrl);
  };
  const askAsPage = async <K extends MessageKind>(kind: K, payload: object): Promise<AnswerOf<K>> => {
    const options = await openOptions(context, base);
    try {
      const send = (message: unknown) =>
        options.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
      return await answerOf(kind, () => send({ kind, payload }));
    } finally {
      await options.close();
    }
  };
  await openCompany();
  return {
    context,
    ask: (kind, payload) => answerOf(kind, () => world.send({ kind, payload })),
    askAsPage,
    journal: async (url) => {
      const filter = { psaOrigin: new URL(url).origin, companyId: COMPANY.id };
      const entries: JournalEntry[] = [];
      for (let cursor: string | null = null; ;) {
        const read: AnswerOf<'journal'> = await askAsPage('journal', { filter, cursor });
        entries.push(...read.entries);
        if (read.next === null) return entries;
        cursor = read.next;
      }
    },
    killWorker,
    openCompany,
    leaveCompany: async () => {
      await page.goto('about:blank');
    },
    close: () => context.close(),
  };
}

/** Shows the campaign's company. Once the elements are there, the worker knows what the frame shows. */
export async function companyPage(
  context: BrowserContext,
  page: Page,
  psaUrl: string,
): Promise<ContentWorld> {
  await page.goto(demoPage(psaUrl, { companyId: COMPANY.id }));
  const world = await openContentWorld(context, page);
  const frame = page.frameLocator('iframe');
  await frame.locator('portal-company-page [data-place=users]').click();
  await frame.locator('portal-contact-grid [role="grid"] .row').first().waitFor();
  return world;
}

/** The answer once there is one: a worker that ends takes its answers with it. Throws an error that it answered. */
export async function answerOf<K extends MessageKind>(
  kind: K,
  send: () => Promise<unknown>,
): Promise<AnswerOf<K>> {
  const answer = await eventually(`an answer to ${kind}`, async () => {
    const parsed = v.safeParse(AnswerSchema, await send().catch(() => undefined));
    return parsed.success ? parsed.output : undefined;
  });
  if (!answer.ok) throw new Error(`${kind}: ${JSON.stringify(answer.error)}`);
  return v.parse<(typeof messageSchemas)[K]['answer']>(messageSchemas[kind].answer, answer.value);
}

async function openOptions(context: BrowserContext, base: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL('src/pages/options/options.html', base).href);
  return page;
}

/** A page without scripts whose debugger can end the worker; one on the worker itself would keep it alive. */
async function openKiller(context: BrowserContext, base: string): Promise<() => Promise<void>> {
  const page = await context.newPage();
  await page.goto(new URL('manifest.json', base).href);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return async () => {
    await session.send('ServiceWorker.stopAllWorkers');
  };
}

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import * as v from 'valibot';
import { demoConnection } from '../../../scripts/start/demo.js';
import type { ConnectionDraft } from '../../../src/channel/index.js';

/** Lets pages fetch the elements, as a build must not: shows that a page that tries would get them. */
export async function exposeElements(folder: string): Promise<void> {
  const file = path.join(folder, 'manifest.json');
  const manifest = v.parse(v.looseObject({}), JSON.parse(await readFile(file, 'utf8')));
  const resource = { resources: ['elements.js'], matches: ['<all_urls>'] };
  await writeFile(file, JSON.stringify({ ...manifest, web_accessible_resources: [resource] }));
}

/** Connects as the options page does: in this build no driver can look into its elements. */
export async function connect(context: BrowserContext, psaUrl: string): Promise<void> {
  const { psaOrigin, autotask, portalService } = demoConnection(psaUrl);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('src/pages/options/options.html', worker.url()).href);
  const { url, token } = portalService;
  const draft: ConnectionDraft = {
    ...{ id: crypto.randomUUID(), psaOrigin, label: '', keep: 'session' },
    autotask: { ...autotask, baseUrl: autotask.baseUrl ?? null },
    portalService: { url, access: { kind: 'token', token } },
  };
  const message = JSON.stringify({ kind: 'save-connection', payload: draft });
  const answer: unknown = await page.evaluate(`chrome.runtime.sendMessage(${message})`);
  v.parse(v.object({ ok: v.literal(true), value: v.object({ saved: v.literal(true) }) }), answer);
  await page.close();
}

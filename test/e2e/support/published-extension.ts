import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import * as v from 'valibot';
import { buildExtension } from '../../../scripts/build/extension.js';
import { demoConnection } from '../../../scripts/start/demo.js';
import type { ConnectionDraft } from '../../../src/channel/index.js';

const ManifestSchema = v.looseObject({
  host_permissions: v.array(v.string()),
  content_scripts: v.array(v.looseObject({ matches: v.array(v.string()) })),
});

/** Changes the manifest of a build in place. */
async function editManifest(
  folder: string,
  edit: (manifest: v.InferOutput<typeof ManifestSchema>) => object,
): Promise<void> {
  const file = path.join(folder, 'manifest.json');
  const manifest = v.parse(ManifestSchema, JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify(edit(manifest)));
}

/**
 * The build that is published, code for code. Only its manifest is told that the PSA may be on this machine, which no
 * store build may say.
 *
 * @param test open shadow roots, for drivers. Default: closed, as published.
 */
export async function buildLocalExtension(outDir: string, { test = false } = {}): Promise<string> {
  const folder = await buildExtension({ target: 'chromium', outDir, test });
  const local = 'http://127.0.0.1/*';
  await editManifest(folder, (manifest) => ({
    ...manifest,
    host_permissions: [...manifest.host_permissions, local],
    content_scripts: manifest.content_scripts.map((script) => ({
      ...script,
      matches: [...script.matches, local],
    })),
  }));
  return folder;
}

/** Lets pages fetch the elements, as a build must not: shows that a page that tries would get them. */
export function exposeElements(folder: string): Promise<void> {
  const resource = { resources: ['elements.js'], matches: ['<all_urls>'] };
  return editManifest(folder, (manifest) => ({ ...manifest, web_accessible_resources: [resource] }));
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

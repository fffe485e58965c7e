import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deriveInto } from '../../../scripts/build/derive.js';
import { demoConnection } from '../../../scripts/start/demo.js';
import { EXTENSION_UUID } from '../drivers/firefox.js';
import { GECKO_ID } from '../../../scripts/build/manifest.js';
import { barePageInChromium, barePageInFirefox, type BarePage } from './bare-page.js';
import { launchChromiumWithExtension } from './chromium.js';
import { launchFirefoxWithExtension } from './firefox.js';
import { connect, exposeElements } from './published-extension.js';
import { releaseZip } from './release-zips.js';

/** A browser with one build of the extension, connected to a PSA. */
export interface IsolationBrowser {
  readonly newPage: () => Promise<BarePage>;
  /** The address of the script with our elements, if the page could know it. */
  readonly elementsUrl: string;
  /** Every word in that script that looks like a name of ours: tags and events. */
  readonly names: readonly string[];
  close(): Promise<void>;
}

/** `closed` is the code that is published; its `open` twin shows what there would be to find. */
export type Openness = 'closed' | 'open';

export async function openIsolationBrowser(
  target: 'chromium' | 'firefox',
  openness: Openness,
  psaUrl: string,
): Promise<IsolationBrowser> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'e2e-isolation-'));
  const open = target === 'chromium' ? openChromium : openFirefox;
  const { newPage, base, close } = await open(outDir, openness, psaUrl);
  const elements = await readFile(path.join(outDir, 'elements.js'), 'utf8');
  const names = elements.matchAll(/["'`](portal-[a-z-]+)["'`]/g);
  return {
    newPage,
    elementsUrl: new URL('elements.js', base).href,
    names: [...new Set([...names].flatMap(([, name]) => name ?? []))],
    close: async () => {
      await close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

interface Opened {
  readonly newPage: () => Promise<BarePage>;
  readonly base: string;
  readonly close: () => Promise<void>;
}

async function buildTwin(target: 'chromium' | 'firefox', psaUrl: string, outDir: string): Promise<void> {
  const constants = { connectionPreset: demoConnection(psaUrl), openShadowRoots: true };
  await deriveInto(outDir, releaseZip(target), constants);
  await exposeElements(outDir);
}

async function openChromium(outDir: string, openness: Openness, psaUrl: string): Promise<Opened> {
  if (openness === 'closed') await deriveInto(outDir, releaseZip('chromium'));
  else await buildTwin('chromium', psaUrl, outDir);
  const context = await launchChromiumWithExtension(outDir);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  if (openness === 'closed') await connect(context, psaUrl);
  return { newPage: () => barePageInChromium(context), base: worker.url(), close: () => context.close() };
}

/**
 * Firefox lets no driver into an extension's page, so nobody could connect the published build there. This one carries
 * the connection; apart from that constant and the hosts in its manifest it is the published code, closed roots too.
 */
async function openFirefox(outDir: string, openness: Openness, psaUrl: string): Promise<Opened> {
  if (openness === 'closed')
    await deriveInto(outDir, releaseZip('firefox'), { connectionPreset: demoConnection(psaUrl) });
  else await buildTwin('firefox', psaUrl, outDir);
  const browser = await launchFirefoxWithExtension(outDir, {
    preferences: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: EXTENSION_UUID }),
      // Firefox shows JSON in a page of its own, which is no place to try what a web page can.
      'devtools.jsonview.enabled': false,
    },
  });
  return {
    newPage: () => barePageInFirefox(browser),
    base: `moz-extension://${EXTENSION_UUID}/`,
    close: () => browser.close(),
  };
}

import { parseArgs } from 'node:util';
import { readEnv } from '../../sandbox/env.js';
import { startSandbox } from '../../sandbox/server.js';
import { buildLocalExtension } from '../build/extension.js';
import { findBrandedChromium } from '../setup/browsers.js';
import { ensureBrowser } from '../setup/install-browsers.js';
import { interrupted } from '../setup/interrupted.js';
import { openChromium, openFirefox, type BrowserSession } from './browser-session.js';
import { demoConnection, demoPage } from './demo.js';

const SERVE_ONLY = 'Serving only, as asked. Ctrl+C ends it.';
const { values: options } = parseArgs({
  options: {
    'no-browser': { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
  },
});
const target = options.firefox ? 'firefox' : 'chromium';

/** `npm start`: the sandbox with demo data, and a browser in which the built extension is already connected to it. */
async function main(): Promise<void> {
  const sandbox = await startSandbox(readEnv(process.env));
  try {
    console.log(`Sandbox ready: ${sandbox.url}`);
    await demonstrate(sandbox.url);
  } finally {
    await sandbox.close();
  }
}

async function demonstrate(sandboxUrl: string): Promise<void> {
  const extension = await buildLocalExtension(target, {
    connectionPreset: demoConnection(sandboxUrl),
    openShadowRoots: false,
  });
  console.log(`Extension built, connected to the sandbox: ${extension}`);
  const session = options['no-browser'] ? undefined : await open(extension, demoPage(sandboxUrl));
  console.log(instructions(sandboxUrl, session !== undefined));
  await Promise.race(session === undefined ? [interrupted()] : [interrupted(), session.ended]);
  await session?.close();
}

async function open(extension: string, url: string): Promise<BrowserSession | undefined> {
  const executablePath = browserOrInstructions(extension, url);
  if (executablePath === undefined) return undefined;
  const hasNoScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (hasNoScreen && !options.headless) {
    console.log(`This machine has no screen, so no browser was opened. Open ${url} from one that has.`);
    return undefined;
  }
  const session = { executablePath, extension, url, isHeadless: options.headless };
  return target === 'firefox' ? openFirefox(session) : openChromium(session);
}

/** Branded Chrome and Edge ignore `--load-extension`, so there the user loads it by hand. */
function browserOrInstructions(extension: string, url: string): string | undefined {
  try {
    return ensureBrowser(target);
  } catch (error) {
    const branded = target === 'chromium' ? findBrandedChromium() : null;
    if (branded === null) throw error;
    console.log(
      `Only a branded browser was found (${branded}); it lets no program load an extension. Load it by hand:\n` +
        `  1. Open chrome://extensions (Edge: edge://extensions) and switch on "Developer mode".\n` +
        `  2. "Load unpacked", then choose ${extension}\n` +
        `  3. Open ${url}`,
    );
    return undefined;
  }
}

function instructions(sandboxUrl: string, hasBrowser: boolean): string {
  const page = (user: 'admin' | 'viewer', language: 'en' | 'de') => demoPage(sandboxUrl, { user, language });
  return [
    '',
    hasBrowser ? "The browser shows the demo company. Scroll below the PSA's own form." : SERVE_ONLY,
    "What to try: change a setting and save; activate a contact; reload the page and look at the PSA's own form.",
    '',
    `  as admin, English   ${page('admin', 'en')}`,
    `  as admin, German    ${page('admin', 'de')}`,
    `  without permission  ${page('viewer', 'en')}`,
    `  sign in yourself    ${sandboxUrl} (admin/admin, viewer/viewer)`,
    '',
    hasBrowser ? 'Ctrl+C ends the browser and the sandbox; the data stay in .sandbox/.' : '',
  ].join('\n');
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

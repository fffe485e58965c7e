import { rm } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';
import { buildPackage } from '../../scripts/build/package.js';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { serveFolder } from '../../test/e2e/support/storybook.js';
import { buildForms } from './bundles.js';
import { SCRIPT_TAG } from './contestants.js';
import { readOptions, type FormOptions } from './options.js';
import { behind, formReport, type Runs } from './report.js';
import { runOnce, type Run } from './run.js';

/**
 * `<portal-company-settings>` beside the same form built with Web Awesome and with UI5 Web Components: the same labels, help
 * texts, controls and values, in one browser, in turns. Whoever does not show what it must ends the bench with an error.
 */
export async function benchForm(args: readonly string[]): Promise<string[]> {
  const options = readOptions(args);
  const scriptTag = options.names.includes(SCRIPT_TAG) ? await buildPackage() : '';
  const folder = await buildForms(options.names, scriptTag);
  const server = await serveFolder(folder, { isCompressed: true });
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium'),
    args: ['--no-sandbox'],
  });
  try {
    const runs = await runRounds(browser, server.url, options);
    return [
      `Medians of ${options.rounds}. ms from the call to the first painted frame that is right, and ms that the main thread was busy`,
      'for it; start: from the page’s first byte with an empty cache until the whole form is painted, here and as on a phone',
      '(150 ms, 1.6 Mbit/s, a quarter of the processor); requests and bytes (gzip) of what the contestant needed for that.',
      '',
      ...formReport(runs),
      ...behind(runs),
    ];
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** In turns, each round beginning with another one: nobody always comes after the same. */
async function runRounds(browser: Browser, url: string, { names, rounds }: FormOptions): Promise<Runs> {
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] ?? '';
      runs.get(name)?.push(await runOnce(browser, url, name).catch((error: unknown) => named(name, error)));
    }
  return runs;
}

function named(name: string, error: unknown): never {
  throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

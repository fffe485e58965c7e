import { chromium, type BrowserContext } from 'playwright-core';
import { ensureBrowser } from '../../../scripts/setup/install-browsers.js';

interface ChromiumOptions {
  readonly headless?: boolean;
  /** A folder that keeps the data between launches. */
  readonly profile?: string;
  /** Further command line switches. */
  readonly args?: readonly string[];
}

/**
 * Chromium with an unpacked extension. `profile` keeps its data between launches; without one it starts empty, and
 * Playwright deletes it at the end.
 */
export function launchChromiumWithExtension(
  extension: string,
  { headless = true, profile = '', args = [] }: ChromiumOptions = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium'),
    headless,
    viewport: { width: 1280, height: 900 },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      ...args,
    ],
  });
}

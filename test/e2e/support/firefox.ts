import { launch, type Browser } from 'puppeteer-core';
import { ensureBrowser } from '../../../scripts/setup/install-browsers.js';

/** Firefox with an unsigned extension as a temporary add-on, which is gone when Firefox ends. */
export async function launchFirefoxWithExtension(
  extension: string,
  { headless = true, preferences = {} }: { headless?: boolean; preferences?: Record<string, unknown> } = {},
): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: preferences,
  });
  await browser.installExtension(extension);
  return browser;
}

import { launch, type Browser } from 'puppeteer-core';
import { ensureBrowser } from '../../../scripts/setup/install-browsers.js';

interface FirefoxOptions {
  readonly headless?: boolean;
  readonly preferences?: Record<string, unknown>;
  /** Lets the driver ask the browser itself, for example what has become of a background page. */
  readonly hasSystemAccess?: boolean;
}

/** Firefox with an unsigned extension as a temporary add-on, which is gone when Firefox ends. */
export async function launchFirefoxWithExtension(
  extension: string,
  { headless = true, preferences = {}, hasSystemAccess = false }: FirefoxOptions = {},
): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: preferences,
    args: hasSystemAccess ? ['--remote-allow-system-access'] : [],
  });
  await browser.installExtension(extension);
  return browser;
}

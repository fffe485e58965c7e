import { launch, type Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { GECKO_ID } from '../../../scripts/build/manifest.js';
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

/** Puppeteer offers no chrome scope, so the question goes over its own connection. */
interface WithConnection {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

const WindowsSchema = v.object({ contexts: v.array(v.object({ context: v.string() })) });
const AnswerSchema = v.object({
  result: v.object({ value: v.picklist(['stopped', 'starting', 'running', 'suspending']) }),
});

/** What has become of the extension's background page, as Firefox itself knows. Needs system access. */
export async function backgroundState(
  browser: Browser,
): Promise<v.InferOutput<typeof AnswerSchema>['result']['value']> {
  const { connection } = browser as unknown as WithConnection;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = v.parse(WindowsSchema, tree.result).contexts;
  const { result } = await connection.send('script.evaluate', {
    expression: `WebExtensionPolicy.getByID('${GECKO_ID}').extension.backgroundState`,
    awaitPromise: false,
    target: { context: window?.context },
  });
  return v.parse(AnswerSchema, result).result.value;
}

import { launch, type Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { GECKO_ID } from '../../../scripts/build/manifest.js';
import { ensureBrowser } from '../../../scripts/setup/install-browsers.js';

interface FirefoxOptions {
  readonly headless?: boolean;
  readonly preferences?: Record<string, unknown>;
  /** Lets the driver ask the browser itself, for example what has become of a background page. */
  readonly hasSystemAccess?: boolean;
  /** Goes to servers for which nobody vouches. */
  readonly acceptsAnyCertificate?: boolean;
}

/**
 * Firefox with an unsigned extension as a temporary add-on, which is gone when Firefox ends.
 *
 * @param extension its folder or its zip.
 */
export async function launchFirefoxWithExtension(
  extension: string,
  {
    headless = true,
    preferences = {},
    hasSystemAccess = false,
    acceptsAnyCertificate = false,
  }: FirefoxOptions = {},
): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: preferences,
    acceptInsecureCerts: acceptsAnyCertificate,
    args: hasSystemAccess ? ['--remote-allow-system-access'] : [],
  });
  const type = extension.endsWith('.zip') ? 'archivePath' : 'path';
  await sendTo(browser, 'webExtension.install', { extensionData: { type, path: extension } });
  return browser;
}

/** What Puppeteer has no method for goes over its own connection: zips, and whatever asks the browser itself. */
interface WithConnection {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

/** Sends a command of WebDriver BiDi and resolves to its result. */
export async function sendTo(browser: Browser, method: string, params: object): Promise<unknown> {
  const { connection } = browser as unknown as WithConnection;
  return (await connection.send(method, params)).result;
}

const WindowsSchema = v.object({ contexts: v.array(v.object({ context: v.string() })) });

const AnswerSchema = v.object({
  type: v.literal('success'),
  result: v.object({ value: v.optional(v.unknown()) }),
});

/** The browser's own window, in which its own code runs. Needs system access. */
export async function chromeWindow(browser: Browser): Promise<string> {
  const tree = await sendTo(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = v.parse(WindowsSchema, tree).contexts;
  if (window === undefined) throw new Error('the browser has no window');
  return window.context;
}

/** Runs an expression there; resolves to its value, if that is a string or a number. */
export async function inChrome(browser: Browser, expression: string): Promise<unknown> {
  const target = { context: await chromeWindow(browser) };
  const answer = await sendTo(browser, 'script.evaluate', { expression, awaitPromise: true, target });
  return v.parse(AnswerSchema, answer).result.value;
}

const StateSchema = v.picklist(['stopped', 'starting', 'running', 'suspending']);

/** What has become of the extension's background page, as Firefox itself knows. Needs system access. */
export async function backgroundState(browser: Browser): Promise<v.InferOutput<typeof StateSchema>> {
  const expression = `WebExtensionPolicy.getByID('${GECKO_ID}').extension.backgroundState`;
  return v.parse(StateSchema, await inChrome(browser, expression));
}

/** The version of the extension that Firefox runs. Needs system access. */
export async function installedVersion(browser: Browser): Promise<string> {
  const expression = `WebExtensionPolicy.getByID('${GECKO_ID}').extension.version`;
  return v.parse(v.string(), await inChrome(browser, expression));
}

import type { BrowserContext, Locator, Page } from 'playwright-core';
import { launchChromiumWithExtension } from '../support/chromium.js';
import {
  isInnerFrame,
  PATIENCE_MS,
  type BrowserWithExtension,
  type Key,
  type Tab,
  type Target,
} from './tab.js';

export interface DriverOptions {
  /** The folder with the built extension. */
  readonly extension: string;
  /** A profile that outlives the browser; without one it starts empty and is deleted. */
  readonly profile?: string;
}

/** Headless Chromium with the extension loaded, driven by Playwright. */
export async function openChromium({
  extension,
  profile = '',
}: DriverOptions): Promise<BrowserWithExtension> {
  const context = await launchChromiumWithExtension(extension, { profile });
  context.setDefaultTimeout(PATIENCE_MS);
  return {
    newTab: async () => new ChromiumTab(await context.newPage()),
    killWorker: () => killWorker(context),
    extensionUrl: async (file) => new URL(file, await workerUrl(context)).href,
    close: () => context.close(),
  };
}

async function workerUrl(context: BrowserContext): Promise<string> {
  const [running] = context.serviceWorkers();
  return (running ?? (await context.waitForEvent('serviceworker'))).url();
}

/** Through a page of the extension, since a debugger on the worker itself would keep it alive. */
async function killWorker(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(new URL('manifest.json', await workerUrl(context)).href);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

class ChromiumTab implements Tab {
  constructor(private readonly page: Page) {}

  private get frame() {
    return this.page.frames().find((frame) => isInnerFrame(frame.url())) ?? this.page.mainFrame();
  }

  goto = async (url: string): Promise<void> => {
    await this.page.goto(url);
  };
  reload = async (): Promise<void> => {
    await this.page.reload();
  };
  press = (key: Key) => this.page.keyboard.press(key);
  inPage = <R>(code: () => R) => this.frame.evaluate<R>(code);
  screenshot = async (file: string): Promise<void> => {
    await this.page.screenshot({ path: file, fullPage: true });
  };
  close = () => this.page.close();
  /** The inner frame can be replaced between two actions, so it is looked up for each. */
  at = (...path: string[]): Target => chromiumTarget(() => this.frame.locator(path.join(' ')));
}

function chromiumTarget(find: () => Locator): Target {
  return {
    click: () => find().first().click(),
    fill: (text) => find().first().fill(text),
    choose: async (value) => {
      await find().first().selectOption(value);
    },
    appears: () => find().first().waitFor(),
    text: () => find().first().innerText(),
    count: () => find().count(),
    attribute: (name) => find().first().getAttribute(name),
    isDisabled: () => find().first().isDisabled(),
    isChecked: () => find().first().isChecked(),
  };
}

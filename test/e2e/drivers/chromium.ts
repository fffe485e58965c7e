import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { launchChromiumWithExtension } from '../support/chromium.js';
import {
  eventually,
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

  goto = async (url: string): Promise<void> => {
    await this.page.goto(url);
  };
  reload = async (): Promise<void> => {
    await this.page.reload();
  };
  press = (key: Key) => this.page.keyboard.press(key);
  inPage = <R>(code: () => R) => innermost(this.page).evaluate<R>(code);
  screenshot = async (file: string): Promise<void> => {
    await this.page.screenshot({ path: file, fullPage: true });
  };
  close = () => this.page.close();
  at = (...path: string[]): Target => chromiumTarget(() => this.locate(path.join(' ')));

  /** The shell and its inner frame come and go while one navigates, so every frame is asked, again and again. */
  private async locate(selector: string): Promise<Locator> {
    return eventually(selector, async () => {
      for (const frame of this.page.frames()) {
        const found = frame.locator(selector);
        if ((await found.count().catch(() => 0)) > 0) return found.first();
      }
      return undefined;
    });
  }
}

function innermost(page: Page): Frame {
  return page.frames().find((frame) => isInnerFrame(frame.url())) ?? page.mainFrame();
}

function chromiumTarget(find: () => Promise<Locator>): Target {
  return {
    click: async () => (await find()).click(),
    fill: async (text) => (await find()).fill(text),
    choose: async (value) => {
      await (await find()).selectOption(value);
    },
    giveFile: async (path) => (await find()).setInputFiles(path),
    appears: async () => (await find()).waitFor(),
    text: async () => (await find()).innerText(),
    attribute: async (name) => (await find()).getAttribute(name),
    isDisabled: async () => (await find()).isDisabled(),
    isChecked: async () => (await find()).isChecked(),
  };
}

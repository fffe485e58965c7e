import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { GECKO_ID } from '../../../scripts/build/manifest.js';
import { launchFirefoxWithExtension } from '../support/firefox.js';
import type { DriverOptions } from './chromium.js';
import {
  eventually,
  isInnerFrame,
  PATIENCE_MS,
  type BrowserWithExtension,
  type Key,
  type Tab,
  type Target,
} from './tab.js';

/** Firefox gives an add-on's pages a random id; this preference makes it known. */
export const EXTENSION_UUID = '5c2f8c3e-6f0f-4a53-9f2e-0b8f1d3c7a10';
/** Firefox ends an idle background page after this; its own default is 30 s. */
export const IDLE_MS = 3000;

/** Headless Firefox with the extension as a temporary add-on, driven over WebDriver BiDi. */
export async function openFirefox({ extension }: DriverOptions): Promise<BrowserWithExtension> {
  const browser = await launchFirefoxWithExtension(extension, {
    preferences: {
      'extensions.background.idle.timeout': IDLE_MS,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: EXTENSION_UUID }),
    },
  });
  return {
    newTab: () => firefoxTab(browser),
    // There is no switch for it, but it dies by itself when nothing happens.
    killWorker: () => new Promise((resolve) => setTimeout(resolve, 2.5 * IDLE_MS)),
    extensionUrl: (file) => Promise.resolve(`moz-extension://${EXTENSION_UUID}/${file}`),
    close: () => browser.close(),
  };
}

export async function firefoxTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return new FirefoxTab(page);
}

class FirefoxTab implements Tab {
  constructor(private readonly page: Page) {}

  goto = async (url: string): Promise<void> => {
    await this.page.goto(url);
  };
  reload = async (): Promise<void> => {
    await this.page.reload();
  };
  press = (key: Key) => this.page.keyboard.press(key);
  inPage = async <R>(code: () => R): Promise<R> => innermost(this.page).evaluate(code);
  screenshot = async (file: `${string}.png`): Promise<void> => {
    await this.page.screenshot({ path: file });
  };
  close = () => this.page.close();
  at = (...path: string[]): Target => {
    // Our block's own host is a shadow root without a name, so the path begins at the document's root.
    const selector = [':root', ...path].join(' >>> ');
    return firefoxTarget(() => this.locate(selector), selector);
  };

  /** The shell and its inner frame come and go while one navigates, so every frame is asked, again and again. */
  private async locate(selector: string): Promise<Frame> {
    return eventually(selector, async () => {
      for (const frame of this.page.frames()) {
        if ((await frame.$(selector).catch(() => null)) !== null) return frame;
      }
      return undefined;
    });
  }
}

function innermost(page: Page): Frame {
  return page.frames().find((frame) => isInnerFrame(frame.url())) ?? page.mainFrame();
}

/** The driver takes what lies under a bar that floats for visible, and would click the bar. */
function outOfCover(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  if (hit !== null && (element.contains(hit) || hit.contains(element))) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}

function firefoxTarget(find: () => Promise<Frame>, selector: string): Target {
  const locator = async () => (await find()).locator(selector).setTimeout(PATIENCE_MS);
  const read = async <R>(property: (element: Element) => R) => (await locator()).map(property).wait();
  return {
    click: async () => {
      const found = await locator();
      await found.map(outOfCover).wait();
      await found.click();
    },
    fill: async (text) => (await locator()).fill(text),
    choose: async (value) => (await locator()).fill(value),
    giveFile: async (path) => {
      const handle = await (await find()).$(selector);
      await (handle as ElementHandle<HTMLInputElement> | null)?.uploadFile(path);
    },
    appears: async () => {
      await (await locator()).waitHandle();
    },
    text: () => read((element) => (element instanceof HTMLElement ? element.innerText : '')),
    attribute: async (name) => {
      const handle = await (await find()).$(selector);
      return (await handle?.evaluate((element, attribute) => element.getAttribute(attribute), name)) ?? null;
    },
    isDisabled: () => read((element) => element.matches(':disabled, [aria-disabled="true"]')),
    isChecked: () => read((element) => element instanceof HTMLInputElement && element.checked),
  };
}

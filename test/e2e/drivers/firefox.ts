import type { Browser, Frame, Page } from 'puppeteer-core';
import { GECKO_ID } from '../../../scripts/build/manifest.js';
import { launchFirefoxWithExtension } from '../support/firefox.js';
import type { DriverOptions } from './chromium.js';
import {
  isInnerFrame,
  PATIENCE_MS,
  type BrowserWithExtension,
  type Key,
  type Tab,
  type Target,
} from './tab.js';

/** Firefox gives an add-on's pages a random id; this preference makes it known. */
const EXTENSION_UUID = '5c2f8c3e-6f0f-4a53-9f2e-0b8f1d3c7a10';
/** Firefox ends an idle background page after this; its own default is 30 s. */
const IDLE_MS = 3000;

/** Headless Firefox with the extension as a temporary add-on, driven over WebDriver BiDi. */
export async function openFirefox({ extension }: DriverOptions): Promise<BrowserWithExtension> {
  const browser = await launchFirefoxWithExtension(extension, {
    preferences: {
      'extensions.background.idle.timeout': IDLE_MS,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: EXTENSION_UUID }),
    },
  });
  return {
    newTab: async () => new FirefoxTab(await newPage(browser)),
    // There is no switch for it, but it dies by itself when nothing happens.
    killWorker: () => new Promise((resolve) => setTimeout(resolve, 2.5 * IDLE_MS)),
    extensionUrl: (file) => Promise.resolve(`moz-extension://${EXTENSION_UUID}/${file}`),
    close: () => browser.close(),
  };
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

class FirefoxTab implements Tab {
  constructor(private readonly page: Page) {}

  private get frame(): Frame {
    return this.page.frames().find((frame) => isInnerFrame(frame.url())) ?? this.page.mainFrame();
  }

  goto = async (url: string): Promise<void> => {
    await this.page.goto(url);
  };
  reload = async (): Promise<void> => {
    await this.page.reload();
  };
  press = (key: Key) => this.page.keyboard.press(key);
  inPage = async <R>(code: () => R): Promise<R> => this.frame.evaluate(code);
  screenshot = async (file: `${string}.png`): Promise<void> => {
    await this.page.screenshot({ path: file });
  };
  close = () => this.page.close();
  at = (...path: string[]): Target => firefoxTarget(() => this.frame, path.join(' >>> '));
}

function firefoxTarget(frame: () => Frame, selector: string): Target {
  const locator = () => frame().locator(selector).setTimeout(PATIENCE_MS);
  const read = <R>(property: (element: Element) => R) => locator().map(property).wait();
  return {
    click: () => locator().click(),
    fill: (text) => locator().fill(text),
    choose: (value) => locator().fill(value),
    appears: async () => {
      await locator().waitHandle();
    },
    text: () => read((element) => (element instanceof HTMLElement ? element.innerText : '')),
    count: async () => (await frame().$$(selector)).length,
    attribute: (name) => attributeOf(frame, selector, name),
    isDisabled: () => read((element) => element.matches(':disabled, [aria-disabled="true"]')),
    isChecked: () => read((element) => element instanceof HTMLInputElement && element.checked),
  };
}

async function attributeOf(frame: () => Frame, selector: string, name: string): Promise<string | null> {
  const handle = await frame().waitForSelector(selector, { timeout: PATIENCE_MS });
  return (await handle?.evaluate((element, attribute) => element.getAttribute(attribute), name)) ?? null;
}

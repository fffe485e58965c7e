import type { BrowserContext, Page as ChromiumPage } from 'playwright-core';
import type { Browser, Page as FirefoxPage } from 'puppeteer-core';
import { isInnerFrame } from '../drivers/tab.js';

/** A page driven by points and keys alone, as a hand would: what drivers know of its nodes does not reach closed roots. */
export interface BarePage {
  /** Runs in every frame's own world before the page's scripts. */
  beforeScripts<A>(code: (argument: A) => void, argument: A): Promise<void>;
  goto(url: string): Promise<void>;
  /** Runs in the page's own world, in the PSA's inner frame where there is one. */
  run<A, R>(code: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  click(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  press(key: 'Escape'): Promise<void>;
}

/** Both drivers type their arguments differently, so they get the call as source. */
function callOf<A>(code: (argument: A) => unknown, argument: A): string {
  return `(${code.toString()})(${JSON.stringify(argument)})`;
}

function innermost<F extends { url(): string }>(frames: readonly F[], main: F): F {
  return frames.find((frame) => isInnerFrame(frame.url())) ?? main;
}

export async function barePageInChromium(context: BrowserContext): Promise<BarePage> {
  const page: ChromiumPage = await context.newPage();
  return {
    beforeScripts: async (code, argument) => {
      await page.addInitScript(callOf(code, argument));
    },
    goto: async (url) => {
      await page.goto(url);
    },
    run: <A, R>(code: (argument: A) => R | Promise<R>, argument: A) =>
      innermost(page.frames(), page.mainFrame()).evaluate<R>(callOf(code, argument)),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
  };
}

export async function barePageInFirefox(browser: Browser): Promise<BarePage> {
  const page: FirefoxPage = await browser.newPage();
  // What is unsaved keeps nobody here. Playwright does this by itself.
  page.on('dialog', (dialog) => void dialog.accept());
  return {
    beforeScripts: async (code, argument) => {
      await page.evaluateOnNewDocument(callOf(code, argument));
    },
    goto: async (url) => {
      await page.goto(url);
    },
    run: <A, R>(code: (argument: A) => R | Promise<R>, argument: A) =>
      innermost(page.frames(), page.mainFrame()).evaluate<[], () => Promise<R>>(callOf(code, argument)),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
  };
}

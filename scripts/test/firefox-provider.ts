import { defineBrowserProvider, parseKeyDef } from '@vitest/browser';
import { launch, type Browser, type KeyInput, type Page } from 'puppeteer-core';
import type { BrowserProvider, BrowserProviderOption, TestProject } from 'vitest/node';
import { ensureBrowser } from '../setup/install-browsers.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    __vitest_keyboard: (text: string, state: KeyboardState) => Promise<KeyboardState>;
    __vitest_cleanup: (state: KeyboardState) => Promise<void>;
    __vitest_tab: (options?: { shift?: boolean }) => Promise<void>;
  }
}

/** Keys that are still held when a call to `userEvent.keyboard` ends. */
interface KeyboardState {
  unreleased: string[];
}

/**
 * Runs element tests in the installed Firefox, over WebDriver BiDi: vitest's own providers drive a patched Firefox or need
 * a driver that is not on npm. Of `userEvent` there is what presses keys; the pointer is the tests' own business.
 */
export function installedFirefox(): BrowserProviderOption {
  return defineBrowserProvider({
    name: 'installed-firefox',
    supportedBrowser: ['firefox'],
    options: {},
    providerFactory: (project) => new FirefoxProvider(project),
  });
}

class FirefoxProvider implements BrowserProvider {
  readonly name = 'installed-firefox';
  readonly supportsParallelism = false;
  #browser: Promise<Browser> | undefined;
  readonly #pages = new Map<string, Page>();

  constructor(project: TestProject) {
    const { browser } = project;
    browser?.registerCommand('__vitest_keyboard', ({ sessionId }, text: string, state: KeyboardState) =>
      this.#type(sessionId, text, state),
    );
    browser?.registerCommand('__vitest_tab', async ({ sessionId }, { shift = false } = {}) => {
      await this.#type(sessionId, shift ? '{Shift>}{Tab}{/Shift}' : '{Tab}', { unreleased: [] });
    });
    browser?.registerCommand('__vitest_cleanup', async ({ sessionId }, { unreleased }: KeyboardState) => {
      for (const key of unreleased) await this.#page(sessionId).keyboard.up(key as KeyInput);
    });
  }

  getCommandsContext = (): Record<string, unknown> => ({});

  async openPage(sessionId: string, url: string): Promise<void> {
    this.#browser ??= launch({
      browser: 'firefox',
      executablePath: ensureBrowser('firefox'),
      headless: true,
      defaultViewport: { width: 1180, height: 800 },
    });
    const page = await (await this.#browser).newPage();
    this.#pages.set(sessionId, page);
    await page.goto(url);
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close();
  }

  #page(sessionId: string): Page {
    const page = this.#pages.get(sessionId);
    if (page === undefined) throw new Error('the page of this session is not open');
    return page;
  }

  /** As `userEvent.keyboard` describes it, for example `{Shift>}{ArrowDown}{/Shift}`. */
  async #type(sessionId: string, text: string, { unreleased }: KeyboardState): Promise<KeyboardState> {
    const page = this.#page(sessionId);
    const { keyboard } = page;
    const held = new Set(unreleased);
    const up = async (key: KeyInput): Promise<void> => {
      await page.evaluate(awaitKeyup);
      await keyboard.up(key);
      await page.evaluate(keyupSeen, KEY_MS);
    };
    for (const { keyDef, releasePrevious, releaseSelf, repeat } of parseKeyDef(text)) {
      const key = keyDef.key as KeyInput;
      if (held.delete(key)) await up(key);
      if (releasePrevious) continue;
      for (let time = 0; time < repeat; time += 1) await keyboard.down(key);
      if (releaseSelf) await up(key);
      else held.add(key);
    }
    return { unreleased: [...held] };
  }
}

/** ms. A key that the browser keeps for itself is never seen by the page. */
const KEY_MS = 1000;

declare global {
  interface Window {
    keyup?: Promise<unknown>;
  }
}

/** Firefox sends keys from process to process and answers before the page has seen the last of them, or has clicked. */
function awaitKeyup(): void {
  const heard = new AbortController();
  window.keyup = new Promise((resolve) => {
    // The tests run in a frame of vitest's page.
    for (const one of [window, ...Array.from(window.frames)] as Window[])
      one.addEventListener('keyup', resolve, { capture: true, signal: heard.signal });
  }).finally(() => {
    heard.abort();
  });
}

function keyupSeen(atMost: number): Promise<unknown> {
  return Promise.race([window.keyup, new Promise((resolve) => setTimeout(resolve, atMost))]);
}

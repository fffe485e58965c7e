import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';

/** A browser that this program opened. `ended` resolves when it is gone, whoever closed it. */
export interface BrowserSession {
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly executablePath: string;
  /** The folder with the built extension. */
  readonly extension: string;
  readonly url: string;
  readonly isHeadless: boolean;
}

/** Chromium with the extension, in a profile of its own that is deleted afterwards. */
export async function openChromium(options: SessionOptions): Promise<BrowserSession> {
  const profile = await mkdtemp(path.join(tmpdir(), 'psa-portal-admin-'));
  const child = spawn(options.executablePath, chromiumArguments(options, profile), { stdio: 'ignore' });
  const ended = exitOf(child).finally(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return {
    ended,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

function chromiumArguments(options: SessionOptions, profile: string): string[] {
  return [
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${options.extension}`,
    `--load-extension=${options.extension}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium refuses to run as root with its sandbox, as in containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.isHeadless ? ['--headless=new', '--disable-gpu'] : []),
    options.url,
  ];
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
}

/** Firefox with the extension as a temporary add-on: the way that needs no signature. */
export async function openFirefox(options: SessionOptions): Promise<BrowserSession> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.isHeadless,
    defaultViewport: null,
  });
  await browser.installExtension(options.extension);
  const [page = await browser.newPage()] = await browser.pages();
  await page.goto(options.url);
  const ended = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  return { ended, close: () => browser.close() };
}

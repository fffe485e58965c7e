import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium, findFirefox } from './browsers.js';

interface Browser {
  readonly name: string;
  readonly debianPackage: string;
  readonly find: () => string | null;
  readonly playwright: { name: string; path: () => string } | undefined;
}

const browsers = {
  chromium: {
    name: 'Chromium',
    debianPackage: 'chromium',
    find: findChromium,
    playwright: { name: 'chromium', path: () => chromium.executablePath() },
  },
  // Playwright's own Firefox is patched and takes no add-ons over WebDriver BiDi, so it is no substitute.
  firefox: { name: 'Firefox', debianPackage: 'firefox-esr', find: findFirefox, playwright: undefined },
} satisfies Record<string, Browser>;

export type BrowserName = keyof typeof browsers;

/** Where an installed browser is that can be used, Playwright's download included, or null. */
export function installedBrowser(name: BrowserName): string | null {
  const { find, playwright }: Browser = browsers[name];
  const downloaded = playwright?.path();
  return find() ?? (downloaded !== undefined && existsSync(downloaded) ? downloaded : null);
}

/**
 * The path of a browser, installed first if there is none: Debian's package where this is Debian and we are root,
 * Playwright's download elsewhere. Says what it does. Throws with the way out if neither works.
 */
export function ensureBrowser(name: BrowserName): string {
  return installedBrowser(name) ?? fromDebian(name) ?? fromPlaywright(name) ?? giveUp(name);
}

function fromDebian(name: BrowserName): string | null {
  const { debianPackage } = browsers[name];
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return null;
  console.log(`No ${browsers[name].name} found: installing Debian's package ${debianPackage} …`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage]);
  return installedBrowser(name);
}

function fromPlaywright(name: BrowserName): string | null {
  const { playwright }: Browser = browsers[name];
  if (playwright === undefined) return null;
  console.log(`No ${browsers[name].name} found: downloading Playwright's …`);
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', playwright.name]);
  return installedBrowser(name);
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function giveUp(name: BrowserName): never {
  const variable = `${name.toUpperCase()}_PATH`;
  throw new Error(
    `No ${browsers[name].name} was found and none could be installed. Install one, or set ${variable} to where it is, and start again.`,
  );
}

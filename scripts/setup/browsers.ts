import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where browsers usually are, best first. A branded Chrome or Edge refuses `--load-extension`, so none is listed. */
const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/homebrew/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.LOCALAPPDATA ?? 'C:'}\\Chromium\\Application\\chrome.exe`,
];

const FIREFOX_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox-esr/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const BRANDED_PATHS = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A named path wins; one that does not exist is an error rather than a reason to take another browser silently.
 */
function find(variable: string, names: readonly string[], wellKnown: readonly string[]): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist.`);
    return named;
  }
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...wellKnown, ...onPath].find((candidate) => existsSync(candidate)) ?? null;
}

/** A Chromium that takes unpacked extensions (`CHROMIUM_PATH` first), or null. */
export function findChromium(): string | null {
  return find('CHROMIUM_PATH', ['chromium', 'chromium-browser'], CHROMIUM_PATHS);
}

/** A Firefox (`FIREFOX_PATH` first), or null. */
export function findFirefox(): string | null {
  return find('FIREFOX_PATH', ['firefox-esr', 'firefox'], FIREFOX_PATHS);
}

/** A Chrome or Edge: good enough for the reader, but the extension has to be loaded by hand there. */
export function findBrandedChromium(): string | null {
  return BRANDED_PATHS.find((candidate) => existsSync(candidate)) ?? null;
}

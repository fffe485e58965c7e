import type { Browser } from 'webextension-polyfill';

const { browser: own, chrome } = globalThis as { browser?: Browser; chrome?: Browser };

/**
 * The browser's own API instead of the polyfill: all that the worker uses returns promises in Chromium too since version
 * 123, our oldest, and what is not there need not be loaded at each start. `chrome` is for Chromium before 148.
 */
function browserApi(): Browser {
  const api = own ?? chrome;
  if (api === undefined) throw new Error('This script is for the worker of a browser extension.');
  return api;
}

export const browser = browserApi();

/**
 * The extension's worker. Its listener is registered first and synchronously: the browser starts the worker for a message
 * and delivers it only to listeners that exist once this script has run through.
 */
import browser, { type Storage } from 'webextension-polyfill';
import { backendBuilders, findWebOrigin } from './build-client.js';
import { presetRecord } from './connection-record.js';
import { createWorker } from './worker.js';

/** Missing in the polyfill's types. */
interface AccessLevels {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

const dispatch = createWorker(
  {
    runtime: browser.runtime,
    session: browser.storage.session,
    scripting: browser.scripting,
    tabs: browser.tabs,
  },
  { preset: presetRecord(__CONNECTION_PRESET__), build: backendBuilders, findWebOrigin },
);

// `sendResponse` rather than a promise: it means the same in every browser, with the polyfill and where that does nothing.
browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  void dispatch(message, sender).then(sendResponse);
  return true;
});

keepSecretsFromContentScripts();

/**
 * Chromium keeps content scripts out of the session area anyway; said again, since we rely on it. Firefox has no such
 * method and never lets them in.
 */
function keepSecretsFromContentScripts(): void {
  const session: Storage.StorageArea & Partial<AccessLevels> = browser.storage.session;
  void session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/**
 * The extension's worker. Its listeners are registered first and synchronously: the browser starts the worker for an event
 * and delivers it only to listeners that exist once this script has run through.
 */
import type { Storage } from 'webextension-polyfill';
import { browser } from './browser-api.js';
import { backendBuilders, findWebOrigin } from './connections/build-client.js';
import { presetRecord } from './connections/connection-record.js';
import { openDatabase } from './database/index.js';
import { createLateStart } from './late-start.js';
import { createWorker } from './worker.js';

/** Missing in the polyfill's types. */
interface AccessLevels {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

const worker = createWorker(
  {
    runtime: browser.runtime,
    session: browser.storage.session,
    local: browser.storage.local,
    scripting: browser.scripting,
    tabs: browser.tabs,
    permissions: browser.permissions,
    idle: browser.idle,
    database: openDatabase(),
    alarms: browser.alarms,
    action: browser.action,
  },
  {
    preset: presetRecord(__CONNECTION_PRESET__),
    build: backendBuilders(browser.storage.session),
    findWebOrigin,
    onDamaged: (name) => reportError(new Error(`What is stored as ${name} cannot be read and was left out.`)),
  },
);

const lateStart = createLateStart(() => {
  keepFromContentScripts(browser.storage.session);
  keepFromContentScripts(browser.storage.local);
  void worker.start();
});

// `sendResponse` rather than a promise: it means the same in every browser, with the polyfill and where that does nothing.
browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  void worker.dispatch(message, sender).then((answer) => {
    sendResponse(answer);
    lateStart.answered();
  });
  return true;
});
browser.idle.onStateChanged.addListener((state) => void worker.idleChanged(state));
browser.alarms.onAlarm.addListener(({ name }) => void worker.alarmWentOff(name));
// Alarms don't outlive the browser everywhere: this only has the worker start with it, and what it does at each start does the rest.
browser.runtime.onStartup.addListener(() => undefined);
browser.permissions.onAdded.addListener(() => void worker.permissionsChanged());
browser.permissions.onRemoved.addListener(() => void worker.permissionsChanged());
browser.action.onClicked.addListener(() => void browser.runtime.openOptionsPage());

/**
 * Chromium keeps content scripts out of the session area anyway, but not out of the local one. Firefox has no such method:
 * it never lets them into the session area and always into the local one, which therefore holds no secret in the open.
 */
function keepFromContentScripts(area: Storage.StorageArea & Partial<AccessLevels>): void {
  void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

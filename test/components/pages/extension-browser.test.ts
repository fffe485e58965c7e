import { describe, expect, it } from 'vitest';
import { extensionBrowser, type ExtensionApi } from '../../../src/pages/options/extension-browser.js';
import type { SignInTabs } from '../../../src/pages/options/sign-in-tab.js';

type Updated = Parameters<SignInTabs['onUpdated']['addListener']>[0];
type Removed = Parameters<SignInTabs['onRemoved']['addListener']>[0];
const tab = { id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false };

/** Tabs whose one tab is led around by the test. */
function tabsInMemory() {
  const updated = new Set<Updated>();
  const removed = new Set<Removed>();
  const tabs: SignInTabs = {
    create: () => Promise.resolve(tab),
    remove: () => Promise.resolve(),
    onUpdated: eventOf(updated),
    onRemoved: eventOf(removed),
  };
  return {
    tabs,
    goTo: (url: string, id = 7) => updated.forEach((listener) => listener(id, { url }, { ...tab, id })),
    close: () => removed.forEach((listener) => listener(7, { windowId: 1, isWindowClosing: false })),
    listeners: () => updated.size + removed.size,
  };
}

function eventOf<Listener>(listeners: Set<Listener>) {
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    hasListeners: () => listeners.size > 0,
  };
}

function browserWith(api: Partial<ExtensionApi>) {
  const permissions = { request: () => Promise.resolve(true) };
  const { tabs } = tabsInMemory();
  return extensionBrowser({ permissions, tabs, ...api }, ['https://*.autotask.net/*']);
}

const signal = new AbortController().signal;
const redirectUri = 'https://portal.example/oauth/signed-in';
const signIn = { url: 'https://portal.example/authorize', redirectUri, signal };

describe('asking the browser for access', () => {
  it('asks at once, for hosts without ports, and only for what is not granted', async () => {
    const asked: unknown[] = [];
    const request = (permissions: unknown) => {
      asked.push(permissions);
      return Promise.resolve(true);
    };
    const page = browserWith({ permissions: { request } });
    const granted = page.requestAccess(['https://ww5.autotask.net', 'https://psa.example:8443']);
    expect(asked).toEqual([{ origins: ['https://psa.example/*'] }]);
    expect(await granted).toBe(true);
    expect(await page.requestAccess(['https://ww5.autotask.net'])).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('takes an address that cannot be asked for as declined', async () => {
    const request = () => Promise.reject(new Error('Only permissions specified in the manifest'));
    expect(await browserWith({ permissions: { request } }).requestAccess(['ftp://x.example'])).toBe(false);
  });
});

describe('the browser’s own sign-in window', () => {
  const byIdentity = (launchWebAuthFlow: () => Promise<string>) =>
    browserWith({ identity: { getRedirectURL: () => 'https://id.example/', launchWebAuthFlow } });

  it('brings back the address that it ended at', async () => {
    const page = byIdentity(() => Promise.resolve('https://id.example/?code=1'));
    expect(page.redirectUri('https://portal.example/v1')).toBe('https://id.example/');
    expect(await page.openSignIn(signIn)).toEqual({ outcome: 'returned', url: 'https://id.example/?code=1' });
  });

  it.each([
    ['The user did not approve access.', 'closed'],
    ['User cancelled or denied access.', 'closed'],
    ['Authorization page could not be loaded.', 'not-opened'],
  ])('"%s" is %s', async (message, outcome) => {
    const page = byIdentity(() => Promise.reject(new Error(message)));
    expect(await page.openSignIn(signIn)).toMatchObject({ outcome });
  });
});

describe('signing in in a tab', () => {
  async function open(abort = new AbortController()) {
    const stage = tabsInMemory();
    const page = browserWith({ tabs: stage.tabs });
    const back = page.openSignIn({ ...signIn, signal: abort.signal });
    await Promise.resolve();
    await Promise.resolve();
    return { ...stage, page, back, abort };
  }

  it('waits for the redirect address in its own tab, and leaves no listener behind', async () => {
    const { page, back, goTo, listeners } = await open();
    expect(page.redirectUri('https://portal.example/v1')).toBe(redirectUri);
    goTo(`${redirectUri}?code=other`, 8);
    goTo('https://portal.example/login');
    goTo('https://evil.example/oauth/signed-in?code=evil');
    goTo(`${redirectUri}?code=1`);
    expect(await back).toEqual({ outcome: 'returned', url: `${redirectUri}?code=1` });
    expect(listeners()).toBe(0);
  });

  it('notices that the tab was closed, or that nobody waits any longer', async () => {
    const closed = await open();
    closed.close();
    expect(await closed.back).toEqual({ outcome: 'closed' });
    const aborted = await open();
    aborted.abort.abort();
    expect(await aborted.back).toEqual({ outcome: 'closed' });
    expect(aborted.listeners()).toBe(0);
  });
});

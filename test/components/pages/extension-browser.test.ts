import { describe, expect, it } from 'vitest';
import type { Permissions } from 'webextension-polyfill';
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
  const permissions = { request: () => Promise.resolve(true), contains: () => Promise.resolve(true) };
  const { tabs } = tabsInMemory();
  return extensionBrowser({ permissions, tabs, ...api }, ['https://*.autotask.net/*']);
}

const signal = new AbortController().signal;
const redirectUri = 'https://portal.example/oauth/signed-in';
const signIn = { url: 'https://portal.example/authorize', redirectUri, signal };

/** A browser that has these hosts open, and a person who allows these more. */
function permissionsOf(open: readonly string[], allowed: readonly string[]) {
  const asked: string[][] = [];
  return {
    asked,
    permissions: {
      request: ({ origins = [] }: Permissions.Permissions) => {
        asked.push(origins);
        return Promise.resolve(origins.every((origin) => open.includes(origin) || allowed.includes(origin)));
      },
      contains: ({ origins = [] }: Permissions.AnyPermissions) =>
        Promise.resolve(origins.every((origin) => open.includes(origin))),
    },
  };
}

describe('asking the browser for access', () => {
  it('asks at once, for hosts without ports, and for nothing where there is nothing', async () => {
    const { permissions, asked } = permissionsOf(['https://*.autotask.net/*'], ['https://psa.example/*']);
    const page = browserWith({ permissions });
    const closed = page.requestAccess(['https://ww5.autotask.net', 'https://psa.example:8443']);
    expect(asked).toEqual([['https://*.autotask.net/*', 'https://psa.example/*']]);
    expect(await closed).toEqual([]);
    expect(await page.requestAccess([])).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('asks for the vendor’s hosts again that were taken back, all of them: the API is at another one', async () => {
    const { permissions, asked } = permissionsOf([], ['https://*.autotask.net/*']);
    const closed = await browserWith({ permissions }).requestAccess(['https://ww5.autotask.net']);
    expect([closed, asked]).toEqual([[], [['https://*.autotask.net/*']]]);
  });

  it('tells which stay closed', async () => {
    const { permissions } = permissionsOf(['https://*.autotask.net/*'], []);
    const closed = browserWith({ permissions }).requestAccess([
      'https://ww5.autotask.net',
      'https://x.example',
    ]);
    expect(await closed).toEqual(['https://x.example']);
  });

  it('takes an address that cannot be asked for as closed', async () => {
    const reject = () => Promise.reject(new Error('Only permissions specified in the manifest'));
    const page = browserWith({ permissions: { request: reject, contains: reject } });
    expect(await page.requestAccess(['ftp://x.example'])).toEqual(['ftp://x.example']);
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

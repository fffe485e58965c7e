import type { Tabs } from 'webextension-polyfill';
import type { SignInReturn, SignInWindow } from './page-browser.js';

/** The part of `browser.tabs` that a sign-in in a tab needs. */
export type SignInTabs = Pick<Tabs.Static, 'create' | 'remove' | 'onUpdated' | 'onRemoved'>;

/**
 * Signs in by a tab of its own, for browsers without `identity`: waits until it comes to the redirect address, then closes
 * it. The browser tells a tab's address only for hosts that the extension may use, so access is asked for before.
 */
export async function signInByTab(tabs: SignInTabs, signIn: SignInWindow): Promise<SignInReturn> {
  const over = new AbortController();
  const tab = await tabs.create({ url: signIn.url, active: true });
  const tabId = tab.id;
  if (tabId === undefined) return { outcome: 'not-opened', detail: 'no tab' };
  try {
    return await Promise.race([
      comesTo(tabs, tabId, signIn.redirectUri, over.signal),
      isClosed(tabs, tabId, over.signal),
      isAborted(signIn.signal),
    ]);
  } finally {
    over.abort();
    // Rejects where the person has closed it already.
    await tabs.remove(tabId).catch(() => undefined);
  }
}

function comesTo(
  tabs: SignInTabs,
  tabId: number,
  redirectUri: string,
  over: AbortSignal,
): Promise<SignInReturn> {
  return new Promise((resolve) => {
    const onUpdated: Parameters<typeof tabs.onUpdated.addListener>[0] = (id, { url }) => {
      if (id === tabId && url !== undefined && isAt(url, redirectUri)) resolve({ outcome: 'returned', url });
    };
    tabs.onUpdated.addListener(onUpdated);
    over.addEventListener('abort', () => tabs.onUpdated.removeListener(onUpdated));
  });
}

function isClosed(tabs: SignInTabs, tabId: number, over: AbortSignal): Promise<SignInReturn> {
  return new Promise((resolve) => {
    const onRemoved = (id: number) => {
      if (id === tabId) resolve({ outcome: 'closed' });
    };
    tabs.onRemoved.addListener(onRemoved);
    over.addEventListener('abort', () => tabs.onRemoved.removeListener(onRemoved));
  });
}

function isAborted(signal: AbortSignal): Promise<SignInReturn> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ outcome: 'closed' }));
  });
}

/** The same page, whatever the query says: the answer is in the query. */
function isAt(url: string, redirectUri: string): boolean {
  const [one, other] = [new URL(url), new URL(redirectUri)];
  return one.origin === other.origin && one.pathname === other.pathname;
}

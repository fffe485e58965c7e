import type { Identity, Permissions } from 'webextension-polyfill';
import { isPermitted, signedInPage } from '../../channel/index.js';
import type { PageBrowser, SignInReturn, SignInWindow } from './page-browser.js';
import { signInByTab, type SignInTabs } from './sign-in-tab.js';

/** The parts of the browser's API that the options page uses. `identity` is missing in some browsers. */
export interface ExtensionApi {
  readonly permissions: Pick<Permissions.Static, 'request'>;
  readonly identity?: Pick<Identity.Static, 'getRedirectURL' | 'launchWebAuthFlow'> | undefined;
  readonly tabs: SignInTabs;
}

/** @param hostPermissions - the manifest's: what is granted without asking */
export function extensionBrowser(api: ExtensionApi, hostPermissions: readonly string[]): PageBrowser {
  const { permissions, identity, tabs } = api;
  const isGrantedAlways = (origin: string) => isPermitted(origin, hostPermissions);
  return {
    isGrantedAlways,
    requestAccess(origins) {
      const asked = origins.filter((origin) => !isGrantedAlways(origin)).map(patternOf);
      if (asked.length === 0) return Promise.resolve(true);
      // Rejects for what no manifest may ask for, such as an unencrypted address of another machine.
      return permissions.request({ origins: asked }).catch(() => false);
    },
    redirectUri: (serviceUrl) => identity?.getRedirectURL('sign-in') ?? signedInPage(serviceUrl),
    openSignIn: (signIn) =>
      identity === undefined ? signInByTab(tabs, signIn) : signInByIdentity(identity, signIn),
  };
}

/** Patterns have no port: a permission is for every port of a host. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The browser's own window for signing in; it cannot be closed from here, only left alone. */
async function signInByIdentity(
  identity: Pick<Identity.Static, 'launchWebAuthFlow'>,
  { url }: SignInWindow,
): Promise<SignInReturn> {
  try {
    return { outcome: 'returned', url: await identity.launchWebAuthFlow({ url, interactive: true }) };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    // Chromium: "The user did not approve access." Firefox: "User cancelled or denied access."
    return /user (did not approve|cancel|denied)/i.test(detail)
      ? { outcome: 'closed' }
      : { outcome: 'not-opened', detail };
  }
}

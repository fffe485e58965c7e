import type { Identity, Permissions } from 'webextension-polyfill';
import { patternCovers, signedInPage } from '../../channel/index.js';
import type { PageBrowser, SignInReturn, SignInWindow } from './page-browser.js';
import { signInByTab, type SignInTabs } from './sign-in-tab.js';

/** The parts of the browser's API that the options page uses. `identity` is missing in some browsers. */
export interface ExtensionApi {
  readonly permissions: Pick<Permissions.Static, 'request' | 'contains'>;
  readonly identity?: Pick<Identity.Static, 'getRedirectURL' | 'launchWebAuthFlow'> | undefined;
  readonly tabs: SignInTabs;
}

/** @param hostPermissions - the manifest's: granted at the installation, but they can be taken back in the browser */
export function extensionBrowser(api: ExtensionApi, hostPermissions: readonly string[]): PageBrowser {
  const { permissions, identity, tabs } = api;
  /** The manifest's own pattern where there is one: the vendor's API is at other hosts of it than the PSA's pages. */
  const patternFor = (origin: string): string =>
    hostPermissions.find((pattern) => patternCovers(pattern, origin)) ?? patternOf(origin);
  const isClosed = async (origin: string): Promise<boolean> =>
    !(await permissions.contains({ origins: [patternFor(origin)] }).catch(() => false));

  /** After a refusal: what was asked for together may have been open in part. */
  async function closedOf(origins: readonly string[]): Promise<string[]> {
    const closed = await Promise.all(origins.map(isClosed));
    return origins.filter((_origin, index) => closed[index]);
  }

  return {
    async requestAccess(origins) {
      if (origins.length === 0) return [];
      const asked = [...new Set(origins.map(patternFor))];
      // Rejects for what no manifest may ask for, such as an unencrypted address of another machine.
      const isGiven = await permissions.request({ origins: asked }).catch(() => false);
      return isGiven ? [] : closedOf(origins);
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

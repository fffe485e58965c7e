/** Where the service itself says that the sign-in is done, for browsers without `identity.launchWebAuthFlow`. */
export const SIGNED_IN_PAGE = '/oauth/signed-in';

/**
 * The addresses that Chromium and Firefox catch for an extension (`identity.getRedirectURL`): the host is derived from its
 * id, and nobody can register it. A vendor who knows the ids of the published extensions should allow those alone.
 */
const extensionPages = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\/[\w/-]*$/,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/[\w/-]*$/,
];

/** True where a browser delivers an answer to this address to the extension, not to a web site. */
export function isExtensionPage(redirectUri: string): boolean {
  return extensionPages.some((pattern) => pattern.test(redirectUri));
}

/** `scheme://host/path` of an extension manifest. Ports are left out on purpose: Firefox refuses them. */
const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[a-z0-9.-]+)\/.*$/;

/**
 * True if a host permission covers an origin such as `https://ww5.autotask.net`. The pattern's path is ignored, as
 * browsers ignore it for host permissions. A pattern that isn't understood covers nothing.
 */
export function patternCovers(pattern: string, origin: string): boolean {
  const [, scheme, host] = PATTERN.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return schemeCovers(scheme, url.protocol) && hostCovers(host, url.hostname);
}

/** True if one of the manifest's host permissions covers the origin. */
export function isPermitted(origin: string, hostPermissions: readonly string[]): boolean {
  return hostPermissions.some((pattern) => patternCovers(pattern, origin));
}

function schemeCovers(scheme: string, protocol: string): boolean {
  return scheme === '*' ? protocol === 'https:' || protocol === 'http:' : protocol === `${scheme}:`;
}

/** `*.example.org` covers `example.org` too (match pattern rules), but never `evil-example.org`. */
function hostCovers(host: string, hostname: string): boolean {
  if (host === '*') return true;
  if (!host.startsWith('*.')) return hostname === host;
  const domain = host.slice(2);
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

import { msg } from '@lit/localize';
import type { ConnectionSummary } from '../../channel/index.js';

/** What to call a connection: the admin's word for it, else whom or what it reaches the PSA with. */
export function connectionName({ label, autotask, portalService }: ConnectionSummary): string {
  if (label !== '') return label;
  if (autotask !== null) return autotask.user;
  return portalService === null ? msg('Connection without a name') : hostOf(portalService.url);
}

/** An address as people say it: without the scheme where it is the usual one. */
export function hostOf(address: string): string {
  const { protocol, host, origin } = new URL(address);
  return protocol === 'https:' ? host : origin;
}

import { createMemoryClient, type MemoryClientOptions } from '../clients/index.js';
import { withMethods, type PortalAdmin } from '../contract/index.js';
import { checkedSeed, type PortalSeed } from './portal-seed.js';

/** How the demo behaves: how long calls take, what fails, what may be changed. */
export type MemoryPortalOptions = Omit<MemoryClientOptions, 'seed'>;

/**
 * A complete portal administration in the page's memory, for demos and for work without a backend: everything can be looked at and
 * changed, nothing is kept or sent anywhere.
 *
 * @param seed what it begins with; what is left out is as in the demo data, whose companies are 174 to 177 and the provider, 0.
 * @throws TypeError where the seed is wrong, with each place and what is wrong there.
 */
export function memoryPortal(seed: PortalSeed = {}, options: MemoryPortalOptions = {}): PortalAdmin {
  const now = options.now ?? (() => new Date());
  return withMethods(createMemoryClient({ ...options, seed: checkedSeed(seed, now()) }), {});
}

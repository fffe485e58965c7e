import { describePortalAdmin, type Parts } from '../contract-suite.js';
import { portalServiceOn } from '../support/clients.js';
import { sandboxWorld } from '../support/sandbox-world.js';
import { serviceUnderTest } from '../support/service-under-test.js';

/** The rest is asked of the same client behind Autotask's; the long run asks it here too. */
const people: Parts = {
  has: (operation) =>
    process.env.TEST_LONG !== undefined || ['companies', 'contacts', 'portalUsers'].includes(operation),
  mayWrite: true,
  isDemo: true,
};

const named = await serviceUnderTest(process.env);

if (named === undefined)
  describePortalAdmin(
    'the portal service alone',
    () =>
      sandboxWorld((url) => ({
        admin: portalServiceOn(url),
        viewer: portalServiceOn(url, 'sandbox-viewer-token'),
      })),
    people,
  );
else describePortalAdmin('the named portal service', () => Promise.resolve(named.world), named.parts);

import { describePortalAdmin } from '../contract-suite.js';
import { portalServiceOn } from '../support/clients.js';
import { sandboxWorld } from '../support/sandbox-world.js';

describePortalAdmin('the portal service alone', () =>
  sandboxWorld((url) => ({
    admin: portalServiceOn(url),
    viewer: portalServiceOn(url, 'sandbox-viewer-token'),
  })),
);

import { createPortalServiceClient, personalAccessToken } from '../../../src/clients/index.js';
import { operations, type Availability, type Operation } from '../../../src/contract/index.js';
import { recordOf, settingKeys } from '../../../src/model/index.js';
import { describePortalAdmin, type Parts } from '../contract-suite.js';
import { sandboxWorld } from '../support/sandbox-world.js';

const offered: readonly Operation[] = ['companies', 'contacts', 'portalUsers'];
const paths =
  /\/companies(\/\d+(\/contacts|\/portal-users\/query)?)?$|\/(portal-user-options|user-names\/query)$/;
const absent: Availability = { state: 'absent', reason: 'no-api' };
const lookOnly: Availability = { state: 'read-only', reason: 'permission-missing' };
const capabilities = {
  operations: recordOf(operations, (one) => (offered.includes(one) ? lookOnly : absent)),
  settings: recordOf(settingKeys, () => absent),
};

/** The sandbox without the paths that docs/portal-service.md calls dispensable. */
const leastFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (url.pathname.endsWith('/capabilities')) {
    const known = await fetch(
      new Request(new URL(`companies/${url.searchParams.get('companyId')}`, url), request),
    );
    return known.ok ? Response.json(capabilities) : known;
  }
  return paths.test(url.pathname) ? fetch(request) : Response.json({}, { status: 404 });
};

const parts: Parts = { has: (operation) => offered.includes(operation), mayWrite: false, isDemo: false };

describePortalAdmin(
  'the least portal service that is of use',
  () =>
    sandboxWorld((url) => {
      const tokens = personalAccessToken('sandbox-portal-token');
      const admin = createPortalServiceClient({ baseUrl: `${url}portal/v1`, tokens, fetch: leastFetch });
      return { admin, viewer: admin };
    }),
  parts,
);

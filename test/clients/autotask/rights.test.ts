import { describe, expect, it } from 'vitest';
import { useSandbox, viewerCredentials } from '../../sandbox/support/sandbox.js';
import { autotaskOn } from '../support/clients.js';
import { useHttpServer } from '../support/http-server.js';
import { portalErrorOf } from '../support/portal-error-of.js';

const entities = ['Companies', 'Contacts', 'ClientPortalUsers'];
const rightsTo = (can: boolean) =>
  entities.map((entity) => ({ entity, canRead: true, canCreate: can, canUpdate: can }));

describe("an API user's rights and the tenant's threshold", () => {
  const sandbox = useSandbox();

  it('are told for each kind of record', async () => {
    expect(await autotaskOn(sandbox.url()).rights()).toEqual(rightsTo(true));
    const { UserName: user, Secret: secret } = viewerCredentials;
    expect(await autotaskOn(sandbox.url(), { user, secret }).rights()).toEqual(rightsTo(false));
    expect((await portalErrorOf(autotaskOn(sandbox.url(), { secret: 'guessed' }).rights())).code).toBe(
      'auth',
    );
  });

  it('counts what others do, and what we do between two measurements', async () => {
    const admin = autotaskOn(sandbox.url());
    const { used, limit } = await admin.threshold();
    expect(limit).toBe(10_000);
    await admin.portalUserOptions();
    expect(await admin.threshold()).toEqual({ used: used + 1, limit });
  });
});

describe('rights that are not told', () => {
  const vendor = useHttpServer();

  it('are none where the security level does not even let them be asked for', async () => {
    vendor.answer(({ path }) =>
      path.includes('/Contacts/')
        ? (response) => response.writeHead(403).end()
        : { info: { canCreate: true, canUpdate: true, userAccessForUpdate: 'None' } },
    );
    const [companies, contacts] = await autotaskOn(vendor.url()).rights();
    expect(companies).toEqual({ entity: 'Companies', canRead: true, canCreate: true, canUpdate: false });
    expect(contacts).toEqual({ entity: 'Contacts', canRead: false, canCreate: false, canUpdate: false });
  });
});

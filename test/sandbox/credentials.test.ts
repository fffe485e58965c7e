import { describe, expect, it } from 'vitest';
import { credentials, errorsOf, itemOf, pageOf, useSandbox, viewerCredentials } from './support/sandbox.js';

describe('credentials of the REST API', () => {
  const sandbox = useSandbox();
  const withHeaders = (headers: Record<string, string>) =>
    sandbox.call('GET', '/ATServicesRest/v1.0/Companies/174', { headers });

  it('lets the documented API user in, in any case of path and user name', async () => {
    const headers = { ...credentials, UserName: 'API@sandbox.example' };
    for (const base of ['/ATServicesRest/v1.0', '/atservicesrest/V1.0', '/ATSERVICESREST/1.0'])
      expect((await sandbox.call('GET', `${base}/COMPANIES/174/`, { headers })).status).toBe(200);
  });

  it.each(Object.keys(credentials))('answers 401 to a wrong and to a missing %s', async (name) => {
    const wrong = await withHeaders({ ...credentials, [name]: 'wrong' });
    expect(wrong.status).toBe(401);
    expect(errorsOf(wrong)).toHaveLength(1);
    const rest = Object.fromEntries(Object.entries(credentials).filter(([key]) => key !== name));
    expect((await withHeaders(rest)).status).toBe(401);
  });

  it('asks for credentials before it says what does not exist', async () => {
    expect((await sandbox.call('GET', '/ATServicesRest/v1.0/Nothing')).status).toBe(401);
  });
});

describe('an API user whose security level was restricted', () => {
  const sandbox = useSandbox();
  const asViewer = (method: string, path: string, body?: unknown) =>
    sandbox.call(method, `/ATServicesRest/V1.0${path}`, { body, headers: viewerCredentials });

  it('needs its own secret', async () => {
    const headers = { ...viewerCredentials, Secret: credentials.Secret };
    expect((await sandbox.call('GET', '/ATServicesRest/V1.0/Companies/174', { headers })).status).toBe(401);
  });

  it('reads everything that the other one reads', async () => {
    expect(itemOf(await asViewer('GET', '/Companies/174'))).toMatchObject({ id: 174 });
    const filter = [{ op: 'gte', field: 'id', value: 0 }];
    expect(pageOf(await asViewer('POST', '/ClientPortalUsers/query', { filter })).items).not.toEqual([]);
  });

  it('is told that it may not write', async () => {
    const none = { userAccessForCreate: 'None', userAccessForUpdate: 'None', userAccessForDelete: 'None' };
    for (const entity of ['Companies', 'Contacts', 'ClientPortalUsers'])
      expect((await asViewer('GET', `/${entity}/entityInformation`)).json).toMatchObject({
        info: { canCreate: true, canUpdate: true, ...none, userAccessForQuery: 'All' },
      });
  });

  it.each([
    ['POST', '/ClientPortalUsers'],
    ['PATCH', '/ClientPortalUsers'],
    ['PUT', '/ClientPortalUsers'],
    ['POST', '/Companies'],
    ['PATCH', '/Companies'],
    ['PUT', '/Companies'],
    ['POST', '/Companies/174/Contacts'],
    ['PATCH', '/Companies/174/Contacts'],
    ['PUT', '/Companies/174/Contacts'],
    ['DELETE', '/Companies/174/Contacts/201'],
  ])('%s %s is refused', async (method, path) => {
    const before = await asViewer('GET', '/Companies/174/Contacts/201');
    const answer = await asViewer(method, path, { id: 201, firstName: 'Changed' });
    expect(answer.status).toBe(403);
    expect(errorsOf(answer)).toEqual([expect.stringContaining('adequate permissions')]);
    expect((await asViewer('GET', '/Companies/174/Contacts/201')).json).toEqual(before.json);
  });
});

describe('calls without credentials', () => {
  const sandbox = useSandbox();

  it('tells the versions', async () => {
    const answer = await sandbox.call('GET', '/atservicesrest/versioninformation');
    expect(answer.json).toEqual({ apiVersions: ['1.0'] });
  });

  it('leads a known user back to this very server', async () => {
    const answer = await sandbox.call(
      'GET',
      '/ATServicesRest/v1.0/zoneInformation?user=api%40sandbox.example',
    );
    expect(answer.json).toEqual({
      zoneName: 'Sandbox',
      url: `${sandbox.url()}ATServicesRest/`,
      webUrl: sandbox.url(),
      ci: 1,
    });
  });

  it.each(['', '?user=nobody%40sandbox.example'])('knows no zone for the query "%s"', async (query) => {
    const answer = await sandbox.call('GET', `/ATServicesRest/v1.0/zoneInformation${query}`);
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { asAdmin, asViewer, jsonAsAdmin, problemOf } from './support/portal-service.js';
import { itemOf, portalUserBody, useSandbox, type Item } from './support/sandbox.js';

const NORDLICHT = 174;
/** Contacts of Nordlicht without an account, one per test. */
const FREE = { overService: 270, overRest: 271, viewer: 272 };

describe('people at the portal service and over REST', () => {
  const sandbox = useSandbox();
  const service = (method: string, path: string, body?: unknown, headers: HeadersInit = jsonAsAdmin) =>
    sandbox.call(method, `/portal/v1/companies/${NORDLICHT}${path}`, { headers, body });
  const draft = (contactId: number, more: Item = {}): Item => ({
    ...{ contactId, userName: `service-${contactId}`, password: 'a-Good-Password-1', isActive: true },
    ...{ securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2, ...more },
  });

  it('are the same: what one side writes, the other reads', async () => {
    const created = await service('POST', '/portal-users', draft(FREE.overService));
    expect(created.status).toBe(201);
    const { id } = created.json as { id: number };
    expect(itemOf(await sandbox.rest('GET', `/ClientPortalUsers/${id}`))).toMatchObject({
      ...{ contactID: FREE.overService, userName: `service-${FREE.overService}` },
      ...{ isClientPortalActive: true, password: null },
    });
    await sandbox.rest('PATCH', '/ClientPortalUsers', { id, isClientPortalActive: false, dateFormat: 1 });
    expect((await service('GET', `/portal-users/${id}`)).json).toEqual({
      ...(created.json as Item),
      isActive: false,
      dateFormat: 1,
    });
  });

  it('keep the rules of REST: nobody has two accounts, and no name is given twice', async () => {
    const rest = await sandbox.rest('POST', '/ClientPortalUsers', portalUserBody(FREE.overRest));
    expect(rest.status).toBe(200);
    const again = await service('POST', '/portal-users', draft(FREE.overRest));
    expect(problemOf(again)).toMatchObject({
      ...{ status: 422, code: 'validation' },
      problems: [{ path: ['contactId'], code: 'contact-has-portal-user' }],
    });
    const taken = draft(FREE.viewer, { userName: `CONTACT-${FREE.overRest}` });
    expect(problemOf(await service('POST', '/portal-users', taken))).toMatchObject({
      problems: [{ path: ['userName'], code: 'user-name-taken' }],
    });
  });

  it('finds namesakes whatever their case, and only with both names', async () => {
    const named = { firstName: 'Ida', lastName: 'Öhler', email: null, phone: null, title: null };
    const { json } = await service('POST', '/contacts', named);
    const found = await service('GET', '/contacts?firstName=IDA&lastName=%C3%96HLER');
    expect(found.json).toEqual({ rows: [{ contact: json, portalUser: null }], next: null, total: null });
    const one = (await service('GET', '/contacts?firstName=IDA')).json as { total: number };
    expect(one.total).toBeGreaterThan(100);
  });

  it('makes one of what is sent twice with one key, also at once, and two of two keys', async () => {
    const twin = { firstName: 'Twin', lastName: 'Once', email: null, phone: null, title: null };
    const send = (key: string) =>
      service('POST', '/contacts', twin, { ...jsonAsAdmin, 'Idempotency-Key': `"${key}"` });
    const first = await Promise.all([send('one'), send('one')]);
    const later = await send('one');
    const other = await send('two');
    const ids = [...first, later, other].map(({ status, json }) => [status, (json as { id: number }).id]);
    expect(new Set(ids.slice(0, 3).map(String)).size).toBe(1);
    expect(ids[3]).not.toEqual(ids[0]);
    expect(ids.map(([status]) => status)).toEqual([201, 201, 201, 201]);
  });

  it('are seen and not changed by a viewer', async () => {
    const asViewerJson = { ...asViewer, 'Content-Type': 'application/json' };
    const refused = await Promise.all([
      service('POST', '/contacts', {}, asViewerJson),
      service('POST', '/portal-users', draft(FREE.viewer), asViewerJson),
      service('PATCH', '/portal-users/1', { change: { isActive: false }, expected: null }, asViewerJson),
    ]);
    for (const answer of refused) expect(problemOf(answer)).toMatchObject({ status: 403, code: 'forbidden' });
    const asked = await service('POST', '/portal-users/query', { contactIds: [FREE.viewer] }, asViewerJson);
    expect([asked.status, asked.json]).toEqual([200, { portalUsers: [] }]);
    expect((await service('GET', '/contacts', undefined, asViewer)).status).toBe(200);
  });

  it.each([
    ['no page', 'GET', '/contacts?cursor=behind', 404, 'not-found'],
    ['no number', 'GET', '/portal-users/first', 404, 'not-found'],
    ['an account of nobody', 'PATCH', '/portal-users/987654', 404, 'not-found'],
  ])('knows %s', async (_name, method, path, status, code) => {
    const body = method === 'GET' ? undefined : { change: {}, expected: null };
    expect(problemOf(await service(method, path, body))).toMatchObject({ status, code });
  });

  it('refuses more than 500 at once, and bodies that are no JSON', async () => {
    const contactIds = Array.from({ length: 501 }, (_, index) => index);
    expect((await service('POST', '/portal-users/query', { contactIds })).status).toBe(422);
    const text = await service('POST', '/portal-users/query', { contactIds: [] }, asAdmin);
    expect(problemOf(text)).toMatchObject({ status: 415 });
  });
});

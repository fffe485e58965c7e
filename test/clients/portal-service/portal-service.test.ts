import { afterEach, describe, expect, it } from 'vitest';
import { createPortalServiceClient, personalAccessToken } from '../../../src/clients/index.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { portalServiceOn } from '../support/clients.js';
import { useHttpServer } from '../support/http-server.js';
import { portalErrorOf } from '../support/portal-error-of.js';

const COMPANY = 190;

describe('the portal service client', () => {
  const sandbox = useSandbox();
  afterEach(() => sandbox.call('DELETE', '/_sandbox/faults'));
  const order = (...rules: unknown[]): Promise<unknown> =>
    sandbox.call('PUT', '/_sandbox/faults', { body: { rules } });

  it('says auth for a wrong token and never shows it', async () => {
    const error = await portalErrorOf(portalServiceOn(sandbox.url(), 'guessed-token').settings(COMPANY));
    expect(error.code).toBe('auth');
    expect(JSON.stringify(error)).not.toContain('guessed-token');
  });

  it('tells a save whose answer was lost from one that never arrived', async () => {
    const admin = portalServiceOn(sandbox.url());
    const before = await admin.settings(COMPANY);
    await order({ match: 'PATCH *', drop: 'before', times: 1 });
    const lost = await portalErrorOf(admin.saveSettings(COMPANY, { documents: false }, before.version));
    expect(lost.code).toBe('offline');
    expect(await admin.settings(COMPANY)).toEqual(before);
    await order({ match: 'PATCH *', drop: 'after', times: 1 });
    const saved = await admin.saveSettings(COMPANY, { documents: false }, before.version);
    expect(saved.settings.documents).toBe(false);
    expect(saved.version).not.toBe(before.version);
    expect(await admin.settings(COMPANY)).toEqual(saved);
  });

  it('repeats reads, never saves, and hands on a rate limit with its time', async () => {
    const admin = portalServiceOn(sandbox.url());
    const { version } = await admin.settings(COMPANY);
    await order({ match: 'GET *', status: 503, times: 1 }, { match: 'PATCH *', status: 503 });
    await expect(admin.settings(COMPANY)).resolves.toMatchObject({ version });
    await sandbox.call('DELETE', '/_sandbox/log');
    const save = admin.saveSettings(COMPANY, { documents: true }, version);
    expect((await portalErrorOf(save)).code).toBe('offline');
    const { json } = await sandbox.call('GET', '/_sandbox/log');
    expect(JSON.stringify(json).match(/PATCH/g)).toHaveLength(1);
    await order({ match: 'GET *', status: 429, retryAfter: 90 });
    const error = await portalErrorOf(admin.settings(COMPANY));
    const retryAt = error.code === 'rate-limited' ? Date.parse(error.retryAt) : 0;
    expect(Math.abs(retryAt - Date.now() - 90_000)).toBeLessThan(5_000);
  });
});

const company = {
  ...{ id: 1, name: 'Nordlicht', isActive: true, isCustomer: true, isTaskfireActive: false },
  ...{ parentId: null, country: 'DE', region: null },
};
const account = {
  ...{ id: 2, contactId: 5, userName: 'joerg', isActive: false },
  ...{ securityLevel: 1, dateFormat: 1, timeFormat: 1, numberFormat: 1 },
};
const rowOf = (companyId: number, id: number, portalUser: typeof account | null) => ({
  contact: {
    ...{ id, companyId, firstName: 'Jörg & Co', lastName: 'Eßer', isActive: true },
    ...{ email: null, phone: null, title: null },
  },
  portalUser,
});

describe('the portal service client and answers that are not what they should be', () => {
  const service = useHttpServer();
  const admin = (): ReturnType<typeof createPortalServiceClient> =>
    createPortalServiceClient({ baseUrl: `${service.url()}portal/v1`, tokens: personalAccessToken('token') });
  const answer = (status: number, type: string, body: string): void => {
    service.answer(() => (response) => response.writeHead(status, { 'Content-Type': type }).end(body));
  };

  it('refuses settings of a wrong shape', async () => {
    const settings = { documents: 'yes' };
    service.answer(() => ({ companyId: 1, settings, version: '"1"', changedBy: null, changedAt: null }));
    expect(await portalErrorOf(admin().settings(1))).toEqual({
      code: 'unknown',
      detail: 'Malformed answer: settings.documents.',
    });
  });

  it('refuses capabilities with a gap', async () => {
    service.answer(() => ({ operations: {}, settings: {} }));
    expect((await portalErrorOf(admin().capabilities(1))).code).toBe('unknown');
  });

  it.each([400, 415, 422, 428])('takes status %i as validation, even without a body', async (status) => {
    answer(status, 'application/problem+json', '{"title":"Wrong","status":400,"code":"malformed"}');
    const error = await portalErrorOf(admin().saveSettings(1, { documents: true }, '"1"'));
    expect(error).toEqual({ code: 'validation', problems: [], detail: 'Wrong' });
    answer(status, 'text/html', '<h1>Wrong</h1>');
    const bare = await portalErrorOf(admin().saveSettings(1, { documents: true }, '"1"'));
    expect(bare).toEqual({ code: 'validation', problems: [] });
  });

  it('takes a 409 for an account that somebody else changed, whatever the answer says', async () => {
    answer(409, 'text/html', '<h1>Conflict</h1>');
    const call = admin().changePortalUser(1, 2, { isActive: true }, account);
    expect(await portalErrorOf(call)).toEqual({
      code: 'validation',
      problems: [{ path: [], code: 'changed-meanwhile' }],
    });
  });

  it.each([
    ['contacts of another company', () => admin().contacts(1, null), { rows: [rowOf(2, 3, null)] }],
    ["another contact's account", () => admin().contacts(1, null), { rows: [rowOf(1, 3, account)] }],
    ['an account that was not asked for', () => admin().portalUsers(1, [6]), { portalUsers: [account] }],
    ['another company', () => admin().company(1), { ...company, id: 2 }],
  ])('refuses %s', async (_name, call, found) => {
    service.answer(() => ({ next: null, total: 1, ...found }));
    expect((await portalErrorOf(call())).code).toBe('unknown');
  });

  it('sends the password to the service alone, once, and shows it nowhere', async () => {
    service.answer(({ method, path }) =>
      method === 'POST' && !path.endsWith('/query') ? { nonsense: true } : { portalUsers: [] },
    );
    const draft = { ...account, password: 'Secret-Password#7' };
    const error = await portalErrorOf(admin().createPortalUser(1, draft));
    expect(error.code).toBe('unknown');
    expect(JSON.stringify(error)).not.toContain('Secret-Password');
    expect(service.seen.filter(({ body }) => body.includes('Secret-Password'))).toHaveLength(1);
    expect(service.seen.map(({ path }) => path).join()).not.toContain('Secret-Password');
  });

  it('says which name it looks for when it adds a contact, and what is added', async () => {
    service.answer(({ method }) =>
      method === 'GET' ? { rows: [], next: null, total: null } : rowOf(1, 9, null).contact,
    );
    const { firstName, lastName, email, phone, title } = rowOf(1, 9, null).contact;
    await admin().createContact(1, { firstName: ` ${firstName}`, lastName, email, phone, title });
    expect(service.seen.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', '/portal/v1/companies/1/contacts?firstName=J%C3%B6rg+%26+Co&lastName=E%C3%9Fer', ''],
      [
        'POST',
        '/portal/v1/companies/1/contacts',
        '{"firstName":"Jörg & Co","lastName":"Eßer","email":null,"phone":null,"title":null}',
      ],
    ]);
  });

  it('does not take a 412 for a conflict when their settings are missing', async () => {
    answer(412, 'application/problem+json', '{"title":"Conflict","code":"conflict"}');
    const error = await portalErrorOf(admin().saveSettings(1, { documents: true }, '"1"'));
    expect(error.code).toBe('unknown');
  });

  it('sends the version and the token, and only to the service', async () => {
    service.answer(() => (response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end());
    expect((await portalErrorOf(admin().saveSettings(7, { documents: true }, '"3"'))).code).toBe('offline');
    expect(service.seen[0]).toMatchObject({
      method: 'PATCH',
      path: '/portal/v1/companies/7/settings',
      headers: { 'if-match': '"3"', authorization: 'Bearer token' },
      body: '{"documents":true}',
    });
  });
});

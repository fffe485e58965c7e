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

  it('leaves out what the service does not have', async () => {
    const admin = portalServiceOn(sandbox.url());
    const { operations } = await admin.capabilities(COMPANY);
    expect(operations.contacts).toEqual({ state: 'absent', reason: 'not-connected' });
    expect(operations.settings).toEqual({ state: 'available' });
    for (const call of [admin.contacts(COMPANY, null), admin.company(COMPANY), admin.portalUserOptions()])
      expect((await portalErrorOf(call)).code).toBe('not-found');
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

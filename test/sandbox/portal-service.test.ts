import { describe, expect, it } from 'vitest';
import { defaultSettings, isTimeZone } from '../../src/model/index.js';
import { asAdmin, asViewer, change, problemOf, settingsOf, snapshotOf } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';

const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const LEUCHTTURM = 200;

describe('portal service', () => {
  const sandbox = useSandbox();
  const get = (path: string, headers: HeadersInit = asAdmin) =>
    sandbox.call('GET', `/portal/v1${path}`, { headers });

  it('starts with the default settings in version 0, saved by nobody', async () => {
    const answer = await get(`/companies/${HARBOR_SUPPLY}/settings`);
    expect(answer.headers.get('ETag')).toBe('"0"');
    expect(snapshotOf(answer)).toEqual({
      companyId: HARBOR_SUPPLY,
      settings: defaultSettings,
      version: '"0"',
      changedBy: null,
      changedAt: null,
    });
  });

  it('knows the provider’s own company, whose id is 0', async () => {
    expect((await settingsOf(sandbox, 0)).companyId).toBe(0);
  });

  it('changes what is sent and nothing else, and raises the version', async () => {
    const before = await settingsOf(sandbox, 181);
    const answer = await change(sandbox, 181, { workedTime: 'worked', timeZone: 'America/New_York' });
    const after = snapshotOf(answer);
    expect(after.settings).toEqual({
      ...before.settings,
      workedTime: 'worked',
      timeZone: 'America/New_York',
    });
    expect(after.version).not.toBe(before.version);
    expect(answer.headers.get('ETag')).toBe(after.version);
    expect(after.changedBy).toBe('Alva Nordwind');
    expect(await settingsOf(sandbox, 181)).toEqual(after);
  });

  it('takes null as time zone for "back to the default"', async () => {
    const answer = await change(sandbox, 180, { timeZone: null });
    expect(snapshotOf(answer).settings.timeZone).toBeNull();
  });

  it('refuses a change on an old version and hands over what is there now', async () => {
    const { version } = await settingsOf(sandbox, 190);
    const theirs = snapshotOf(await change(sandbox, 190, { documents: false }));
    const answer = await change(sandbox, 190, { knowledgeBase: false }, version);
    expect(answer.status).toBe(412);
    expect(answer.headers.get('ETag')).toBe(theirs.version);
    expect(problemOf(answer)).toMatchObject({ code: 'conflict', current: theirs });
    expect(await settingsOf(sandbox, 190)).toEqual(theirs);
  });

  it('lets only one of two simultaneous changes through', async () => {
    const { version } = await settingsOf(sandbox, 182);
    const answers = await Promise.all([
      change(sandbox, 182, { notifications: false }, version),
      change(sandbox, 182, { documents: false }, version),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each(['W/"0"', '*', 'abc', '""'])('takes %s for no version that ever was', async (tag) => {
    expect((await change(sandbox, HARBOR_SUPPLY, {}, tag)).status).toBe(412);
  });

  it.each([
    [{ workedTime: 'all of it' }, [['workedTime']]],
    [{ notifications: 'yes', documents: 1 }, [['notifications'], ['documents']]],
    [{ timeZone: 'Mars/Olympus' }, [['timeZone']]],
    [{ quickTicket: { mode: 'custom', priority: 1 } }, [['quickTicket', 'requestTypeId']]],
    [{ requestTypes: { mode: 'custom', ids: [1, 'two'] } }, [['requestTypes', 'ids', '1']]],
    [[], [[]]],
    ['text', [[]]],
  ])('points to what is wrong in %j', async (body, paths) => {
    const answer = await change(sandbox, HARBOR_SUPPLY, body);
    expect(answer.status).toBe(422);
    const found = problemOf(answer).problems;
    expect(found).toEqual(
      expect.arrayContaining(
        paths.map((path) => expect.objectContaining({ path, code: 'invalid-value' }) as unknown),
      ),
    );
  });

  it.each([
    [NORDLICHT, { portalEnabled: false }, 'portalEnabled', 'setting-locked'],
    [HARBOR_SUPPLY, { requestTypes: { mode: 'custom', ids: [] } }, 'requestTypes', 'request-types-need-one'],
    [HARBOR_SUPPLY, { requestTypes: { mode: 'custom', ids: [99] } }, 'requestTypes', 'request-type-unknown'],
    [HARBOR_SUPPLY, { color: 'red' }, 'color', 'unknown-setting'],
  ])('holds the rules: company %i, %j', async (companyId, body, key, code) => {
    const before = await settingsOf(sandbox, companyId);
    const answer = await change(sandbox, companyId, { workedTime: 'worked', ...body });
    expect(problemOf(answer)).toMatchObject({ code: 'validation', problems: [{ path: [key], code }] });
    expect(await settingsOf(sandbox, companyId)).toEqual(before);
  });

  it('forces the first experience where the legacy portal is prevented', async () => {
    const answer = await change(sandbox, LEUCHTTURM, { firstExperience: 'legacy' });
    expect(snapshotOf(answer).settings.firstExperience).toBe('early-access');
  });

  it('names zones that this engine knows', async () => {
    const zones = (await get('/time-zones')).json;
    expect(zones).toContain('Europe/Berlin');
    expect(Array.isArray(zones) && zones.every((zone) => isTimeZone(String(zone)))).toBe(true);
  });

  it('refuses a body that is no JSON', async () => {
    const headers = { ...asAdmin, 'Content-Type': 'application/json', 'If-Match': '"0"' };
    const response = await fetch(new URL('/portal/v1/companies/175/settings', sandbox.url()), {
      method: 'PATCH',
      headers,
      body: '{"notifications":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'malformed' });
  });
});

describe('who may what at the portal service', () => {
  const sandbox = useSandbox();
  const path = `/portal/v1/companies/${HARBOR_SUPPLY}/settings`;

  it.each([
    ['no token', {}],
    ['a wrong token', { Authorization: 'Bearer wrong' }],
    ['another scheme', { Authorization: 'Basic c2FuZGJveC1wb3J0YWwtdG9rZW4=' }],
  ])('answers %s with 401, on unknown paths too', async (_name, headers) => {
    for (const target of [path, '/portal/v1/nothing']) {
      const answer = await sandbox.call('GET', target, { headers });
      expect(problemOf(answer)).toMatchObject({ status: 401, code: 'auth' });
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer .*resource_metadata="http/);
    }
  });

  it('lets an account without the permission read, but not write', async () => {
    const { version } = await settingsOf(sandbox, HARBOR_SUPPLY);
    const headers = { ...asViewer, 'Content-Type': 'application/json', 'If-Match': version };
    const answer = await sandbox.call('PATCH', path, { headers, body: { notifications: false } });
    expect(problemOf(answer)).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await sandbox.call('GET', path, { headers: asViewer })).status).toBe(200);
    expect((await settingsOf(sandbox, HARBOR_SUPPLY)).settings).toEqual(defaultSettings);
  });

  it('says in the capabilities why it may not', async () => {
    const url = `/portal/v1/capabilities?companyId=${HARBOR_SUPPLY}`;
    const readOnly = { state: 'read-only', reason: 'permission-missing' };
    expect((await sandbox.call('GET', url, { headers: asViewer })).json).toMatchObject({
      operations: {
        settings: readOnly,
        contacts: readOnly,
        portalUsers: readOnly,
        ssoLog: { state: 'available' },
      },
      settings: { portalEnabled: readOnly, firstExperience: readOnly },
    });
    expect((await sandbox.call('GET', url, { headers: asAdmin })).json).toMatchObject({
      operations: { settings: { state: 'available' }, contacts: { state: 'available' } },
    });
  });

  it.each([
    '/companies/4711/settings',
    '/companies/-1/settings',
    '/companies/x/taskfire',
    '/companies/9999999999999999/portal-login',
    '/capabilities?companyId=4711',
    '/nothing',
  ])('knows nothing at %s', async (target) => {
    const answer = await sandbox.call('GET', `/portal/v1${target}`, { headers: asAdmin });
    expect(problemOf(answer)).toMatchObject({ status: 404, code: 'not-found' });
  });
});

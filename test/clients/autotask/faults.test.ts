import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortalAdmin } from '../../../src/contract/index.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { autotaskOn } from '../support/clients.js';
import { portalErrorOf } from '../support/portal-error-of.js';
import { weatherDraft } from '../support/weather-draft.js';

const sandbox = useSandbox();
const COMPANY = 174;
const OTHER_COMPANY = 180;

const LogSchema = v.object({
  requests: v.array(
    v.object({
      method: v.string(),
      path: v.string(),
      status: v.nullable(v.number()),
      start: v.number(),
      end: v.number(),
    }),
  ),
});

describe('the Autotask client in bad weather', () => {
  let admin: PortalAdmin;
  beforeEach(async () => {
    admin = autotaskOn(sandbox.url());
    await sandbox.call('DELETE', '/_sandbox/log');
  });
  afterEach(() => sandbox.call('DELETE', '/_sandbox/faults'));

  const order = async (faults: unknown): Promise<void> => {
    expect((await sandbox.call('PUT', '/_sandbox/faults', { body: faults })).status).toBe(200);
  };
  const requests = async () => v.parse(LogSchema, (await sandbox.call('GET', '/_sandbox/log')).json).requests;
  const requestsTo = async (end: string): Promise<number> =>
    (await requests()).filter(({ path }) => path.toLowerCase().endsWith(end)).length;

  const newDraft = () => weatherDraft(admin, COMPANY);
  const accountsOf = async (contactId: number): Promise<unknown> => {
    const filter = [{ op: 'eq', field: 'contactID', value: contactId }];
    return (await sandbox.rest('POST', '/ClientPortalUsers/query/count', { filter })).json;
  };

  it.each([403, 500])('knows a missing permission by its words, here with status %i', async (status) => {
    const errors = [
      'The logged in Resource does not have the adequate permissions to create this entity type.',
    ];
    await order({ rules: [{ match: 'POST /ClientPortalUsers', status, errors }] });
    const refused = await portalErrorOf(admin.createPortalUser(COMPANY, await newDraft()));
    expect(refused).toEqual({ code: 'forbidden', detail: errors[0] });
    expect(await requestsTo('/clientportalusers')).toBe(1);
  });

  it('asks a broken server again when it only reads', async () => {
    await order({ rules: [{ match: 'GET /Companies/*', status: 500, times: 1 }] });
    await expect(admin.company(COMPANY)).resolves.toMatchObject({ id: COMPANY });
    await order({ rules: [{ match: 'POST /Contacts/query', drop: 'before', times: 1 }] });
    await expect(admin.contacts(COMPANY, null)).resolves.toMatchObject({ total: 128 });
  });

  it('takes a status 500 with errors as an answer and does not ask again', async () => {
    const errors = ['Unable to find shoeSize in the Contact Entity.'];
    await order({ rules: [{ match: 'POST /Contacts/query', status: 500, errors }] });
    const error = await portalErrorOf(admin.contacts(COMPANY, null));
    expect(error).toEqual({ code: 'unknown', detail: errors[0] });
    expect(await requestsTo('/contacts/query')).toBe(1);
  });

  it('gives up on a broken server and calls it offline', async () => {
    await order({ rules: [{ match: 'GET /Companies/*', status: 503 }] });
    expect((await portalErrorOf(admin.company(COMPANY))).code).toBe('offline');
    expect(await requestsTo(`/companies/${COMPANY}`)).toBe(3);
  });

  it('waits a short Retry-After itself and hands on a long one', async () => {
    await order({ rules: [{ match: 'GET /Companies/*', status: 429, retryAfter: 1, times: 1 }] });
    const start = performance.now();
    await expect(admin.company(COMPANY)).resolves.toMatchObject({ id: COMPANY });
    expect(performance.now() - start).toBeGreaterThanOrEqual(990);
    await order({ rules: [{ match: 'GET /Companies/*', status: 429, retryAfter: 120 }] });
    const error = await portalErrorOf(admin.company(COMPANY));
    const retryAt = error.code === 'rate-limited' ? Date.parse(error.retryAt) : 0;
    expect(Math.abs(retryAt - Date.now() - 120_000)).toBeLessThan(5_000);
  });

  it('takes a used-up hour as rate limit, also when it writes', async () => {
    const draft = await newDraft();
    await order({ rules: [{ match: 'POST /ClientPortalUsers', status: 429, errors: ['Enough.'] }] });
    const error = await portalErrorOf(admin.createPortalUser(COMPANY, draft));
    expect(error).toMatchObject({ code: 'rate-limited', detail: 'Enough.' });
    expect(await requestsTo('/clientportalusers')).toBe(1);
    await order({ threshold: 1 });
    expect((await portalErrorOf(admin.company(COMPANY))).code).toBe('rate-limited');
  });

  it('never has a fourth call on an endpoint, so that no thread limit strikes', async () => {
    await order({ latencyMs: 60 });
    const pages = await Promise.all([0, 174, 175, 180, 181, 190].map((id) => admin.contacts(id, null)));
    expect(pages.map(({ rows }) => rows.length > 0)).not.toContain(false);
    expect((await requests()).every(({ status }) => status === 200)).toBe(true);
  });

  it('waits where another program of the same integration takes the threads', async () => {
    const errors = ['Itgenatr005: the thread threshold has been exceeded.'];
    await order({ rules: [{ match: 'GET /Companies/*', status: 500, errors, times: 1 }] });
    await expect(admin.company(COMPANY)).resolves.toMatchObject({ id: COMPANY });
    await order({ rules: [{ match: 'GET /Companies/*', status: 500, errors }] });
    expect((await portalErrorOf(admin.company(COMPANY))).code).toBe('rate-limited');
  });

  it('makes one account when the answer to a create is lost after it was made', async () => {
    const draft = await newDraft();
    await order({ rules: [{ match: 'POST /ClientPortalUsers', drop: 'after', times: 1 }] });
    const created = await admin.createPortalUser(COMPANY, draft);
    expect(created).toMatchObject({ contactId: draft.contactId, userName: draft.userName });
    expect(await accountsOf(draft.contactId)).toEqual({ queryCount: 1 });
    expect(await requestsTo('/clientportalusers')).toBe(1);
  });

  it('makes none when the call is lost before, says so, and one at the next try', async () => {
    const draft = await newDraft();
    await order({ rules: [{ match: 'POST /ClientPortalUsers', drop: 'before', times: 1 }] });
    expect((await portalErrorOf(admin.createPortalUser(COMPANY, draft))).code).toBe('offline');
    expect(await accountsOf(draft.contactId)).toEqual({ queryCount: 0 });
    await expect(admin.createPortalUser(COMPANY, draft)).resolves.toMatchObject({ isActive: true });
    expect(await accountsOf(draft.contactId)).toEqual({ queryCount: 1 });
  });

  it('knows after a lost answer whether a change was made', async () => {
    const { rows } = await admin.contacts(OTHER_COMPANY, null);
    const user = rows.find(({ portalUser }) => portalUser?.isActive === true)?.portalUser;
    const change = { isActive: false };
    await order({ rules: [{ match: 'PATCH /ClientPortalUsers', drop: 'before', times: 1 }] });
    const lost = await portalErrorOf(admin.changePortalUser(OTHER_COMPANY, user?.id ?? -1, change, null));
    expect(lost.code).toBe('offline');
    await order({ rules: [{ match: 'PATCH /ClientPortalUsers', drop: 'after', times: 1 }] });
    const changed = await admin.changePortalUser(OTHER_COMPANY, user?.id ?? -1, change, null);
    expect(changed.after).toEqual({ ...user, ...change });
  });

  const newcomer = {
    firstName: 'Ines',
    lastName: 'Weather',
    email: 'ines@people.example',
    phone: null,
    title: null,
  };
  const newcomers = async (): Promise<number> =>
    (await admin.contacts(COMPANY, null)).rows.filter(({ contact }) => contact.lastName === 'Weather').length;

  it('adds one contact when the answer is lost after it was added, beside one of the same name', async () => {
    const first = await admin.createContact(COMPANY, newcomer);
    await sandbox.call('DELETE', '/_sandbox/log');
    await order({ rules: [{ match: `POST /Companies/${COMPANY}/Contacts`, drop: 'after', times: 1 }] });
    const second = await admin.createContact(COMPANY, newcomer);
    expect(second.id).toBeGreaterThan(first.id);
    expect(second).toEqual({ ...first, id: second.id });
    expect(await requestsTo(`/companies/${COMPANY}/contacts`)).toBe(1);
    expect(await newcomers()).toBe(2);
  });

  it('adds none when the call is lost before, and takes no namesake for it', async () => {
    const before = await newcomers();
    await order({ rules: [{ match: `POST /Companies/${COMPANY}/Contacts`, drop: 'before', times: 1 }] });
    expect((await portalErrorOf(admin.createContact(COMPANY, newcomer))).code).toBe('offline');
    expect(await newcomers()).toBe(before);
  });

  it("leads the vendor's refusal of a contact to its field", async () => {
    const errors = ['The value of field: emailAddress is longer than 100 characters.'];
    await order({ rules: [{ match: `POST /Companies/${COMPANY}/Contacts`, status: 500, errors }] });
    const error = await portalErrorOf(admin.createContact(COMPANY, newcomer));
    expect(error).toMatchObject({ code: 'validation', problems: [{ path: ['email'], code: 'too-long' }] });
  });

  it("quotes the vendor's refusal of a change where it does not recognise the field", async () => {
    const { rows } = await admin.contacts(OTHER_COMPANY, null);
    const id = rows.find(({ portalUser }) => portalUser !== null)?.portalUser?.id ?? -1;
    const errors = ['Today is not a good day.'];
    await order({ rules: [{ match: 'PATCH /ClientPortalUsers', status: 500, errors }] });
    const change = { securityLevel: 2 };
    const error = await portalErrorOf(admin.changePortalUser(OTHER_COMPANY, id, change, null));
    expect(error).toMatchObject({
      code: 'validation',
      problems: [{ path: [], code: 'refused', detail: errors[0] }],
    });
  });

  it('leaves a slow server when nobody waits any more', async () => {
    await order({ latencyMs: 3_000 });
    const controller = new AbortController();
    const reason = new Error('the page was closed');
    const asked = admin.contacts(COMPANY, null, { signal: controller.signal });
    const start = performance.now();
    setTimeout(() => controller.abort(reason), 100);
    await expect(asked).rejects.toBe(reason);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('says auth for wrong credentials and forbidden for a missing right', async () => {
    const wrong = autotaskOn(sandbox.url(), { secret: 'guessed' });
    const error = await portalErrorOf(wrong.company(COMPANY));
    expect(error.code).toBe('auth');
    expect(JSON.stringify(error)).not.toContain('guessed');
    await order({ rules: [{ match: 'GET /Companies/*', status: 403 }] });
    expect((await portalErrorOf(admin.company(COMPANY))).code).toBe('forbidden');
  });

  it('is offline where nothing listens', async () => {
    const nowhere = autotaskOn(sandbox.url(), { baseUrl: 'http://127.0.0.1:9/ATServicesRest/' });
    expect((await portalErrorOf(nowhere.company(COMPANY))).code).toBe('offline');
  });
});

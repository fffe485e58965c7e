import { afterEach, describe, expect, it } from 'vitest';
import { createPortalServiceClient, personalAccessToken } from '../../../src/clients/index.js';
import type { PortalAdmin } from '../../../src/contract/index.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { portalServiceOn } from '../support/clients.js';
import { portalErrorOf } from '../support/portal-error-of.js';
import { weatherDraft } from '../support/weather-draft.js';

const COMPANY = 174;
const newcomer = {
  ...{ firstName: 'Ines', lastName: 'Weather', email: 'ines@people.example' },
  ...{ phone: null, title: null },
};

describe('people of the portal service in bad weather', () => {
  const sandbox = useSandbox();
  afterEach(() => sandbox.call('DELETE', '/_sandbox/faults'));
  const admin = (): PortalAdmin => portalServiceOn(sandbox.url());
  const order = (...rules: unknown[]): Promise<unknown> =>
    sandbox.call('PUT', '/_sandbox/faults', { body: { rules } });
  const newDraft = () => weatherDraft(admin(), COMPANY);
  const accountsOf = async (contactId: number): Promise<unknown> => {
    const filter = [{ op: 'eq', field: 'contactID', value: contactId }];
    return (await sandbox.rest('POST', '/ClientPortalUsers/query/count', { filter })).json;
  };
  const newcomers = async (): Promise<number> =>
    (await admin().contacts(COMPANY, null)).rows.filter(({ contact }) => contact.lastName === 'Weather')
      .length;

  it('makes one account when the answer to a create is lost, and none when the call is', async () => {
    const draft = await newDraft();
    await order({ match: 'POST /portal-users', drop: 'before', times: 1 });
    expect((await portalErrorOf(admin().createPortalUser(COMPANY, draft))).code).toBe('offline');
    expect(await accountsOf(draft.contactId)).toEqual({ queryCount: 0 });
    await order({ match: 'POST /portal-users', drop: 'after', times: 1 });
    const created = await admin().createPortalUser(COMPANY, draft);
    expect({ ...created, password: draft.password }).toEqual({ ...draft, id: created.id });
    expect(await accountsOf(draft.contactId)).toEqual({ queryCount: 1 });
  });

  it('takes an account that somebody else made meanwhile for theirs', async () => {
    const draft = await newDraft();
    const fetchBehind: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.endsWith('/portal-users')) return fetch(request);
      await admin().createPortalUser(COMPANY, { ...draft, userName: `${draft.userName}.theirs` });
      throw new TypeError('fetch failed');
    };
    const slow = createPortalServiceClient({
      baseUrl: `${sandbox.url()}portal/v1`,
      tokens: personalAccessToken('sandbox-portal-token'),
      fetch: fetchBehind,
    });
    const lost = slow.createPortalUser(COMPANY, draft);
    expect(await portalErrorOf(lost)).toMatchObject({
      problems: [{ path: ['contactId'], code: 'contact-has-portal-user' }],
    });
  });

  it('knows after a lost answer whether a change was made, with what was expected and without', async () => {
    const { rows } = await admin().contacts(COMPANY, null);
    const before = rows.flatMap(({ portalUser }) => portalUser ?? [])[0];
    if (before === undefined) throw new Error('nobody has an account');
    const change = { isActive: !before.isActive };
    await order({ match: 'PATCH *', drop: 'before', times: 1 });
    const lost = admin().changePortalUser(COMPANY, before.id, change, before);
    expect((await portalErrorOf(lost)).code).toBe('offline');
    await order({ match: 'PATCH *', drop: 'after', times: 1 });
    const after = { ...before, ...change };
    expect(await admin().changePortalUser(COMPANY, before.id, change, null)).toEqual({ before, after });
    await order({ match: 'PATCH *', drop: 'after', times: 1 });
    const back = await admin().changePortalUser(COMPANY, before.id, { isActive: before.isActive }, after);
    expect(back).toEqual({ before: after, after: before });
  });

  it('adds one contact when the answer is lost, beside one of the same name, and none when the call is', async () => {
    const first = await admin().createContact(COMPANY, newcomer);
    await order({ match: 'POST /contacts', drop: 'after', times: 1 });
    const second = await admin().createContact(COMPANY, newcomer);
    expect(second.id).toBeGreaterThan(first.id);
    expect(second).toEqual({ ...first, id: second.id });
    await order({ match: 'POST /contacts', drop: 'before', times: 1 });
    expect((await portalErrorOf(admin().createContact(COMPANY, newcomer))).code).toBe('offline');
    expect(await newcomers()).toBe(2);
  });

  it('asks again for what only reads, also where a body asks', async () => {
    await order(
      { match: 'POST /user-names/query', drop: 'before', times: 1 },
      { match: 'POST /portal-users/query', status: 503, times: 1 },
    );
    expect(await admin().takenUserNames(['nobody.at.all'], null)).toEqual([]);
    expect(await admin().portalUsers(COMPANY, [987_654])).toEqual([]);
  });

  it('hands on a limit with its time, and has written nothing', async () => {
    const draft = await newDraft();
    await order({ match: 'POST /portal-users', status: 429, retryAfter: 30 });
    const error = await portalErrorOf(admin().createPortalUser(COMPANY, draft));
    expect(error.code).toBe('rate-limited');
    expect(await accountsOf(draft.contactId)).toEqual({ queryCount: 0 });
  });
});

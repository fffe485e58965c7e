import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  methodSchemas,
  type Operation,
  type PortalAdmin,
  type PortalMethod,
} from '../../src/contract/index.js';
import type { ContactRow } from '../../src/model/index.js';
import type { Parts, World } from './contract-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';

export const UNKNOWN_COMPANY = 987_654;

/** What can be read of any company. */
export function readingSuite(world: () => World, { has, isDemo }: Parts): void {
  const admin = (): PortalAdmin => world().admin;

  const calls: [PortalMethod, Operation | null, (companyId: number) => Promise<unknown>][] = [
    ['capabilities', null, (id) => admin().capabilities(id)],
    ['companies', 'companies', () => admin().companies(null)],
    ['company', 'companies', (id) => admin().company(id)],
    ['portalLogin', 'portalLogin', (id) => admin().portalLogin(id)],
    ['taskfire', 'taskfire', (id) => admin().taskfire(id)],
    ['taskfireAgreement', 'taskfire', (id) => admin().taskfireAgreement(id)],
    ['billingContracts', 'taskfire', (id) => admin().billingContracts(id)],
    ['ssoEvents', 'ssoLog', (id) => admin().ssoEvents(id, null)],
    ['providerDefaults', 'providerDefaults', () => admin().providerDefaults()],
    ['globalSettings', 'globalSettings', () => admin().globalSettings()],
    ['requestTypes', 'requestTypes', () => admin().requestTypes()],
    ['ticketOptions', 'ticketOptions', () => admin().ticketOptions()],
    ['timeZones', 'timeZones', () => admin().timeZones()],
    ['logos', 'logos', (id) => admin().logos(id)],
    ['settings', 'settings', (id) => admin().settings(id)],
    ['contacts', 'contacts', (id) => admin().contacts(id, null)],
    ['portalUserOptions', 'portalUsers', () => admin().portalUserOptions()],
    ['takenUserNames', 'portalUsers', () => admin().takenUserNames(['nobody.at.all'], null)],
    ['portalUsers', 'portalUsers', (id) => admin().portalUsers(id, [1])],
  ];
  it.for(calls.filter(([, operation]) => operation === null || has(operation)))(
    'answers %s in the shape of the contract',
    async ([method, , ask]) => {
      for (const companyId of [world().plain, world().taskfire]) {
        const { issues } = v.safeParse(methodSchemas[method].result, await ask(companyId));
        expect(issues).toBeUndefined();
      }
    },
  );

  it.runIf(has('companies'))(
    'lists active customers in the order of their ids, the provider itself among them',
    async () => {
      const { companies } = await admin().companies(null);
      const ids = companies.map((company) => company.id);
      expect(ids).toEqual([...ids].sort((one, other) => one - other));
      expect(ids).toContain(0);
      expect(companies.every((company) => company.isActive && company.isCustomer)).toBe(true);
      expect((await admin().company(0)).id).toBe(0);
    },
  );

  it.runIf(isDemo)(
    'knows what a quick ticket’s priority and queue are called, and which were given up (S10)',
    async () => {
      const { priorities, queues } = await admin().ticketOptions();
      const values = (await admin().globalSettings()).settings.quickTicket;
      const nameOf = (list: typeof queues, value: number | undefined) =>
        list.find((option) => option.value === value)?.label;
      expect(nameOf(priorities, values?.priority)).toBe('Medium');
      expect(nameOf(queues, values?.queueId)).toMatch(/^(Client Portal|Monitoring Alert)$/);
      expect(queues.filter(({ isActive }) => !isActive).map(({ label }) => label)).toEqual(['Telephone']);
    },
  );

  it.runIf(has('companies') && has('taskfire'))('agrees with itself about Taskfire', async () => {
    for (const id of [world().plain, world().taskfire]) {
      const { isTaskfireActive } = await admin().company(id);
      expect((await admin().taskfire(id)).isActive).toBe(isTaskfireActive);
    }
  });

  it.runIf(has('contacts'))('lists the contacts of one company only, each with its own account', async () => {
    const { rows, totals } = await everyContact(admin(), world().taskfire);
    for (const total of totals) expect([null, rows.length]).toContain(total);
    expect(rows.every(({ contact }) => contact.companyId === world().taskfire)).toBe(true);
    const ids = rows.map(({ contact }) => contact.id);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
    const accounts = rows.flatMap((row) => (row.portalUser === null ? [] : [row]));
    expect(accounts.every(({ contact, portalUser }) => contact.id === portalUser?.contactId)).toBe(true);
    if (isDemo) expect([accounts.length > 0, ...totals]).toEqual([true, rows.length]);
  });

  it.runIf(has('contacts') && has('portalUsers'))(
    'tells accounts and user names as the list does',
    async () => {
      const { rows } = await admin().contacts(world().taskfire, null);
      const some = rows.flatMap(({ portalUser }) => portalUser ?? []).slice(0, 20);
      const contactIds = some.map(({ contactId }) => contactId);
      const found = await admin().portalUsers(world().taskfire, contactIds);
      expect(new Map(found.map((user) => [user.id, user]))).toEqual(
        new Map(some.map((user) => [user.id, user])),
      );
      const userNames = some.map(({ userName }) => userName.toUpperCase());
      expect(await admin().takenUserNames(userNames, null)).toEqual(userNames);
    },
  );

  it('does not know an unknown company', async () => {
    const asked = [
      admin().capabilities(UNKNOWN_COMPANY),
      ...(has('companies') ? [admin().company(UNKNOWN_COMPANY)] : []),
      ...(has('settings') ? [admin().settings(UNKNOWN_COMPANY)] : []),
      ...(has('contacts') ? [admin().contacts(UNKNOWN_COMPANY, null)] : []),
      ...(has('portalLogin') ? [admin().portalLogin(UNKNOWN_COMPANY)] : []),
      ...(has('taskfire') ? [admin().taskfire(UNKNOWN_COMPANY)] : []),
    ];
    const codes = (await Promise.all(asked.map(portalErrorOf))).map((error) => error.code);
    expect(new Set(codes)).toEqual(new Set(['not-found']));
  });

  it("ends with the signal's own reason", async () => {
    const reason = new Error('the page was closed');
    const before = AbortSignal.abort(reason);
    await expect(admin().capabilities(world().plain, { signal: before })).rejects.toBe(reason);
    const controller = new AbortController();
    const asked = admin().capabilities(world().plain, { signal: controller.signal });
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
}

/** All pages, and the number that each told. */
async function everyContact(
  admin: PortalAdmin,
  companyId: number,
): Promise<{ rows: ContactRow[]; totals: (number | null)[] }> {
  const rows: ContactRow[] = [];
  const totals: (number | null)[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page: Awaited<ReturnType<PortalAdmin['contacts']>> = await admin.contacts(companyId, cursor);
    rows.push(...page.rows);
    totals.push(page.total);
    cursor = page.next;
  }
  return { rows, totals };
}

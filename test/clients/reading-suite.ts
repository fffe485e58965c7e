import * as v from 'valibot';
import { expect, it } from 'vitest';
import { methodSchemas, type PortalAdmin, type PortalMethod } from '../../src/contract/index.js';
import type { World } from './contract-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';

export const UNKNOWN_COMPANY = 987_654;

/** What can be read of any company. */
export function readingSuite(world: () => World): void {
  const admin = (): PortalAdmin => world().admin;

  it('answers in the shapes of the contract', async () => {
    const { plain, taskfire } = world();
    const answers: [PortalMethod, unknown][] = [
      ['capabilities', await admin().capabilities(plain)],
      ['companies', await admin().companies(null)],
      ['company', await admin().company(plain)],
      ['portalLogin', await admin().portalLogin(plain)],
      ['taskfire', await admin().taskfire(taskfire)],
      ['taskfire', await admin().taskfire(plain)],
      ['taskfireAgreement', await admin().taskfireAgreement(plain)],
      ['billingContracts', await admin().billingContracts(plain)],
      ['providerDefaults', await admin().providerDefaults()],
      ['requestTypes', await admin().requestTypes()],
      ['ticketOptions', await admin().ticketOptions()],
      ['timeZones', await admin().timeZones()],
      ['logos', await admin().logos(plain)],
      ['settings', await admin().settings(plain)],
      ['contacts', await admin().contacts(plain, null)],
      ['portalUserOptions', await admin().portalUserOptions()],
    ];
    for (const [method, answer] of answers) {
      const { issues } = v.safeParse(methodSchemas[method].result, answer);
      expect(issues, method).toBeUndefined();
    }
  });

  it('lists active customers in the order of their ids, the provider itself among them', async () => {
    const { companies } = await admin().companies(null);
    const ids = companies.map((company) => company.id);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
    expect(ids).toContain(0);
    expect(companies.every((company) => company.isActive && company.isCustomer)).toBe(true);
    expect((await admin().company(0)).id).toBe(0);
  });

  it('knows what a quick ticket’s priority and queue are called, and which were given up (S10)', async () => {
    const { priorities, queues } = await admin().ticketOptions();
    const values = (await admin().globalSettings()).settings.quickTicket;
    const nameOf = (list: typeof queues, value: number | undefined) =>
      list.find((option) => option.value === value)?.label;
    expect(nameOf(priorities, values?.priority)).toBe('Medium');
    expect(nameOf(queues, values?.queueId)).toMatch(/^(Client Portal|Monitoring Alert)$/);
    expect(queues.filter(({ isActive }) => !isActive).map(({ label }) => label)).toEqual(['Telephone']);
  });

  it('agrees with itself about Taskfire', async () => {
    for (const id of [world().plain, world().taskfire]) {
      const { isTaskfireActive } = await admin().company(id);
      expect((await admin().taskfire(id)).isActive).toBe(isTaskfireActive);
    }
  });

  it('lists the contacts of one company only, each with its own account', async () => {
    const { rows, total, next } = await admin().contacts(world().taskfire, null);
    expect(total).toBe(rows.length);
    expect(next).toBeNull();
    expect(rows.every(({ contact }) => contact.companyId === world().taskfire)).toBe(true);
    const accounts = rows.flatMap((row) => (row.portalUser === null ? [] : [row]));
    expect(accounts.length).toBeGreaterThan(0);
    expect(accounts.every(({ contact, portalUser }) => contact.id === portalUser?.contactId)).toBe(true);
  });

  it('does not know an unknown company', async () => {
    const asked = [
      admin().company(UNKNOWN_COMPANY),
      admin().settings(UNKNOWN_COMPANY),
      admin().contacts(UNKNOWN_COMPANY, null),
      admin().capabilities(UNKNOWN_COMPANY),
      admin().portalLogin(UNKNOWN_COMPANY),
      admin().taskfire(UNKNOWN_COMPANY),
    ];
    const codes = (await Promise.all(asked.map(portalErrorOf))).map((error) => error.code);
    expect(new Set(codes)).toEqual(new Set(['not-found']));
  });

  it("ends with the signal's own reason", async () => {
    const reason = new Error('the page was closed');
    const before = AbortSignal.abort(reason);
    await expect(admin().company(world().plain, { signal: before })).rejects.toBe(reason);
    const controller = new AbortController();
    const asked = admin().contacts(world().plain, null, { signal: controller.signal });
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
}

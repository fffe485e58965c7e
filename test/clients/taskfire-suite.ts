import { expect, it } from 'vitest';
import type { PortalAdmin, PortalChange } from '../../src/contract/index.js';
import type { AgreementAcceptance, ContactRow, PortalUser } from '../../src/model/index.js';
import type { World } from './contract-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';

const TASKFIRE_RESOURCE = 4;
const PORTAL_BASIC = 1;

/** T: a company without Taskfire is given it, billed, and left without it again. The tests build on each other. */
export function taskfireSuite(world: () => World): void {
  const admin = (): PortalAdmin => world().admin;
  const plain = (): number => world().plain;
  const version = async (): Promise<string> => (await admin().taskfire(plain())).version;
  const codesOf = async (call: Promise<unknown>): Promise<string[]> => {
    const error = await portalErrorOf(call);
    return error.code === 'validation' ? error.problems.map(({ code }) => code) : [error.code];
  };

  it('does not give a Taskfire level without Taskfire (T5)', async () => {
    const user = await someUser(admin(), plain());
    const given = admin().changePortalUser(plain(), user.id, { securityLevel: TASKFIRE_RESOURCE }, null);
    expect(await codesOf(given)).not.toEqual([]);
    const [after] = await admin().portalUsers(plain(), [user.contactId]);
    expect(after?.securityLevel).toBe(user.securityLevel);
  });

  it('enables Taskfire only with every confirmation, on the text of today (T1)', async () => {
    const accepted = await acceptance(admin(), plain());
    const enable = async (one: AgreementAcceptance): Promise<string[]> =>
      codesOf(admin().enableTaskfire(plain(), one, await version()));
    const partly = { ...accepted, confirmed: accepted.confirmed.slice(1) };
    expect(accepted.confirmed.length).toBeGreaterThanOrEqual(2);
    expect(await enable(partly)).toEqual(['confirmations-missing']);
    expect(await enable({ ...accepted, agreementVersion: 'long ago' })).toEqual(['agreement-changed']);
    expect((await admin().taskfire(plain())).isActive).toBe(false);
  });

  it('is enabled by nobody without the permission (S15)', async () => {
    const { operations } = await world().viewer.capabilities(plain());
    expect(operations.taskfire).toEqual({ state: 'read-only', reason: 'permission-missing' });
    const now = await world().viewer.taskfire(plain());
    const accepted = await acceptance(world().viewer, plain());
    const refused = world().viewer.enableTaskfire(plain(), accepted, now.version);
    expect((await portalErrorOf(refused)).code).toBe('forbidden');
  });

  it('knows who accepted and when, and tells of it once (T1)', async () => {
    const heard: PortalChange[] = [];
    const stop = admin().subscribe((change) => heard.push(change));
    const before = await version();
    const accepted = await acceptance(admin(), plain());
    const both = [0, 1].map(() => admin().enableTaskfire(plain(), accepted, before));
    const settled = await Promise.allSettled(both);
    stop();
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(heard).toEqual([{ kind: 'taskfire', companyId: plain() }]);
    const now = await admin().taskfire(plain());
    if (!now.isActive) throw new Error('Taskfire is not active');
    expect(now.acceptedBy).not.toBe('');
    expect(Math.abs(Date.now() - Date.parse(now.acceptedAt))).toBeLessThan(60_000);
    expect(now).toMatchObject({ licences: 0, levelsInUse: [], billing: null });
    expect((await admin().company(plain())).isTaskfireActive).toBe(true);
  });

  it('keeps the portal on while Taskfire is active (S1)', async () => {
    const settings = await admin().settings(plain());
    const off = admin().saveSettings(plain(), { portalEnabled: false }, settings.version);
    expect(await codesOf(off)).toEqual(['setting-locked']);
  });

  it('bills through a contract of the company that has not ended, and no other (T2)', async () => {
    const contracts = await admin().billingContracts(plain());
    const today = new Date().toISOString().slice(0, 10);
    const over = contracts.find(({ expiresOn }) => expiresOn !== null && expiresOn < today);
    const open = contracts.find(({ expiresOn }) => expiresOn === null || expiresOn >= today);
    const [service] = open?.services ?? [];
    if (over?.services[0] === undefined || open === undefined || service === undefined)
      throw new Error('the company has no such contracts');
    const bill = async (contractId: number, serviceId: number): Promise<unknown> =>
      admin().setTaskfireBilling(plain(), { contractId, serviceId }, await version());
    expect(await codesOf(bill(over.id, over.services[0].id))).toEqual(['contract-expired']);
    expect(await codesOf(bill(987_654, service.id))).toEqual(['contract-unknown']);
    expect(await codesOf(bill(open.id, over.services[0].id))).toEqual(['service-unknown']);
    expect(await bill(open.id, service.id)).toMatchObject({
      billing: {
        contractId: open.id,
        contractName: open.name,
        serviceId: service.id,
        serviceName: service.name,
      },
    });
    const stale = admin().setTaskfireBilling(plain(), null, 'older');
    expect(await codesOf(stale)).toEqual(['changed-meanwhile']);
    expect(await admin().taskfire(plain())).toMatchObject({ billing: { contractId: open.id } });
  });

  it('counts a licence once somebody has a Taskfire level and is switched on (T4)', async () => {
    const user = await someUser(admin(), plain());
    const licences = async (): Promise<unknown> => {
      const now = await admin().taskfire(plain());
      return now.isActive ? [now.licences, now.levelsInUse.map(({ users }) => users)] : [];
    };
    const change = { securityLevel: TASKFIRE_RESOURCE, isActive: true };
    await admin().changePortalUser(plain(), user.id, change, null);
    expect(await licences()).toEqual([1, [1]]);
    await admin().changePortalUser(plain(), user.id, { isActive: false }, null);
    expect(await licences()).toEqual([0, [1]]);
  });

  it('disables Taskfire only with a portal level for each Taskfire level in use, in one step (T3)', async () => {
    const disable = async (moves: { from: number; to: number }[]): Promise<string[]> =>
      codesOf(admin().disableTaskfire(plain(), moves, await version()));
    const wrong = { from: TASKFIRE_RESOURCE, to: 5 };
    expect(await disable([])).toEqual(['level-move-missing']);
    expect(await disable([wrong])).toEqual(['level-invalid']);
    expect(await disable([{ from: PORTAL_BASIC, to: 2 }])).toEqual(['level-invalid', 'level-move-missing']);
    const before = await admin().taskfire(plain());
    expect(before.isActive && before.levelsInUse.length).toBe(1);
    const moves = [{ from: TASKFIRE_RESOURCE, to: PORTAL_BASIC }];
    const { taskfire, moved } = await admin().disableTaskfire(plain(), moves, before.version);
    expect(taskfire.isActive).toBe(false);
    expect(moved).toMatchObject([{ from: TASKFIRE_RESOURCE, to: PORTAL_BASIC }]);
    const [user] = await admin().portalUsers(plain(), [moved[0]?.contactId ?? -1]);
    expect(user?.securityLevel).toBe(PORTAL_BASIC);
    expect(moved[0]?.contactName).toContain(', ');
  });

  it('is as if it had never been there, but for the version (T3)', async () => {
    const now = await admin().taskfire(plain());
    expect(now.isActive).toBe(false);
    expect((await admin().company(plain())).isTaskfireActive).toBe(false);
    const [billed, again] = [
      admin().setTaskfireBilling(plain(), null, now.version),
      admin().disableTaskfire(plain(), [], now.version),
    ];
    expect(await codesOf(billed)).toEqual(['taskfire-inactive']);
    expect(await codesOf(again)).toEqual(['taskfire-inactive']);
    expect(
      await codesOf(admin().enableTaskfire(plain(), await acceptance(admin(), plain()), 'older')),
    ).toEqual(['changed-meanwhile']);
  });
}

/** Everything ticked, on the text of today. */
async function acceptance(admin: PortalAdmin, companyId: number): Promise<AgreementAcceptance> {
  const { version, confirmations } = await admin.taskfireAgreement(companyId);
  return { agreementVersion: version, confirmed: confirmations.map(({ id }) => id) };
}

async function someUser(admin: PortalAdmin, companyId: number): Promise<PortalUser> {
  const { rows } = await admin.contacts(companyId, null);
  const found = rows.find(({ contact, portalUser }: ContactRow) => contact.isActive && portalUser !== null);
  if (found?.portalUser == null) throw new Error('nobody there has an account');
  return found.portalUser;
}

import * as fc from 'fast-check';
import { expect } from 'vitest';
import { PortalError, type PortalAdmin } from '../../src/contract/index.js';
import type { BillingChoice, LevelMove } from '../../src/model/index.js';

/** One edit by an admin who may know no rules. */
type Edit =
  | { readonly kind: 'enable'; readonly ticks: 'all' | 'some'; readonly isStale: boolean }
  | { readonly kind: 'disable'; readonly moves: readonly LevelMove[]; readonly isStale: boolean }
  | { readonly kind: 'bill'; readonly pick: number | null; readonly isStale: boolean }
  | { readonly kind: 'level'; readonly user: number; readonly level: number; readonly isActive: boolean }
  | { readonly kind: 'portal'; readonly isOn: boolean };

const level = fc.constantFrom(1, 2, 3, 4, 5);
const isStale = fc.nat(9).map((number) => number === 0);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('enable'), ticks: fc.constantFrom('all', 'some'), isStale }),
  fc.record({
    kind: fc.constant('disable'),
    moves: fc.array(fc.record({ from: fc.constantFrom(3, 4, 5), to: level }), { maxLength: 3 }),
    isStale,
  }),
  fc.record({ kind: fc.constant('bill'), pick: fc.option(fc.nat(8)), isStale }),
  fc.record({ kind: fc.constant('level'), user: fc.nat(4), level, isActive: fc.boolean() }),
  fc.record({ kind: fc.constant('portal'), isOn: fc.boolean() }),
);

/**
 * However an admin enables, disables and bills Taskfire, gives levels and switches the portal: after every edit, done or
 * refused, the company is in no state that the rules forbid. Returns how many edits were done and how many refused.
 */
export async function noSequenceIsForbidden(
  admin: PortalAdmin,
  companyId: number,
  numRuns: number,
): Promise<{ done: number; refused: number }> {
  const counts = { done: 0, refused: 0 };
  const sequences = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
    for (const one of edits) {
      const isDone = await tried(() => apply(admin, companyId, one));
      counts[isDone ? 'done' : 'refused'] += 1;
      expect(await forbidden(admin, companyId), JSON.stringify(one)).toEqual([]);
    }
  });
  await fc.assert(sequences, { numRuns });
  return counts;
}

async function apply(admin: PortalAdmin, companyId: number, one: Edit): Promise<unknown> {
  const { version } = await admin.taskfire(companyId);
  switch (one.kind) {
    case 'enable': {
      const agreement = await admin.taskfireAgreement(companyId);
      const ids = agreement.confirmations.map(({ id }) => id);
      const confirmed = one.ticks === 'all' ? ids : ids.slice(1);
      const acceptance = { agreementVersion: agreement.version, confirmed };
      return admin.enableTaskfire(companyId, acceptance, one.isStale ? 'stale' : version);
    }
    case 'disable':
      return admin.disableTaskfire(companyId, [...one.moves], one.isStale ? 'stale' : version);
    case 'bill':
      return admin.setTaskfireBilling(
        companyId,
        await choiceOf(admin, companyId, one.pick),
        one.isStale ? 'stale' : version,
      );
    case 'level': {
      const { rows } = await admin.contacts(companyId, null);
      const users = rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser]));
      const user = users[one.user % users.length];
      if (user === undefined) throw new Error('nobody there has an account');
      const change = { securityLevel: one.level, isActive: one.isActive };
      return admin.changePortalUser(companyId, user.id, change, null);
    }
    case 'portal': {
      const settings = await admin.settings(companyId);
      return admin.saveSettings(companyId, { portalEnabled: one.isOn }, settings.version);
    }
  }
}

/** Any contract of the company with any service of any, ended ones too. */
async function choiceOf(admin: PortalAdmin, companyId: number, pick: number | null): Promise<BillingChoice> {
  const contracts = await admin.billingContracts(companyId);
  const services = contracts.flatMap((contract) => contract.services);
  const contract = contracts[(pick ?? 0) % contracts.length];
  const service = services[(pick ?? 0) % services.length];
  if (pick === null || contract === undefined || service === undefined) return null;
  return { contractId: contract.id, serviceId: service.id };
}

/** What the rules forbid and the backend says is so. */
async function forbidden(admin: PortalAdmin, companyId: number): Promise<string[]> {
  const [taskfire, { settings }, { rows }, company, { securityLevels }] = await Promise.all([
    admin.taskfire(companyId),
    admin.settings(companyId),
    admin.contacts(companyId, null),
    admin.company(companyId),
    admin.portalUserOptions(),
  ]);
  const taskfireLevels = securityLevels.filter(({ kind }) => kind === 'taskfire').map(({ id }) => id);
  const users = rows.flatMap(({ portalUser }) =>
    portalUser !== null && taskfireLevels.includes(portalUser.securityLevel) ? [portalUser] : [],
  );
  const found: [string, boolean][] = [
    ['a Taskfire level without Taskfire', !taskfire.isActive && users.length > 0],
    ['billing without Taskfire', !taskfire.isActive && 'billing' in taskfire],
    ['the portal off while Taskfire is active', taskfire.isActive && settings.portalEnabled === false],
    ['a company that disagrees', company.isTaskfireActive !== taskfire.isActive],
    [
      'licences that are no users',
      taskfire.isActive && taskfire.licences !== users.filter((user) => user.isActive).length,
    ],
    [
      'billing by a contract that had ended',
      taskfire.isActive && (taskfire.billing?.expiresOn ?? '9999') < new Date().toISOString().slice(0, 10),
    ],
  ];
  return found.filter(([, isSo]) => isSo).map(([name]) => name);
}

async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    // A refusal by a rule is an answer; anything else is a fault of the backend.
    if (thrown instanceof PortalError && thrown.data.code === 'validation') return false;
    throw thrown;
  }
}

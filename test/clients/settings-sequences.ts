import * as fc from 'fast-check';
import { expect } from 'vitest';
import { PortalError, type PortalAdmin } from '../../src/contract/index.js';
import type { GlobalChange, SomeSettings } from '../../src/model/index.js';
import { forbiddenGlobals, forbiddenSettings } from '../model/forbidden-settings.js';

/** One edit by an admin who may know no rules. `isStale`: on a version that somebody has saved over. */
type Edit =
  | { readonly kind: 'settings'; readonly change: SomeSettings; readonly isStale: boolean }
  | { readonly kind: 'global'; readonly change: GlobalChange; readonly isStale: boolean }
  | { readonly kind: 'taskfire' };

const isStale = fc.nat(9).map((number) => number === 0);

/** Changes of what the rules are about, sensible or not. `types`: ids that there are, and some that there are not. */
export function anyChange(types: readonly number[]): fc.Arbitrary<SomeSettings> {
  const type = fc.constantFrom(...types);
  return fc.record(
    {
      portalEnabled: fc.boolean(),
      twoFactor: fc.constantFrom('global', 'off', 'taskfire', 'all'),
      timeZone: fc.constantFrom(null, 'Europe/Berlin', 'America/New_York'),
      quickTicket: fc.oneof(
        fc.constantFrom({ mode: 'global' as const }, { mode: 'disabled' as const }),
        type.map((requestTypeId) => ({ mode: 'custom' as const, ...values(requestTypeId) })),
      ),
      requestTypes: fc.oneof(
        fc.constant({ mode: 'all' as const }),
        fc.array(type, { maxLength: 3 }).map((ids) => ({ mode: 'custom' as const, ids })),
      ),
      earlyAccess: fc.boolean(),
      preventLegacyPortal: fc.boolean(),
      firstExperience: fc.constantFrom('legacy', 'early-access'),
    },
    { requiredKeys: [] },
  );
}

const values = (requestTypeId: number) => ({ requestTypeId, priority: 1, queueId: 5, titleEditable: true });

/** The same of what companies inherit. */
export function anyGlobalChange(types: readonly number[]): fc.Arbitrary<GlobalChange> {
  return fc.record(
    {
      twoFactor: fc.constantFrom('off', 'taskfire', 'all'),
      ticketsFrom: fc.constantFrom(null, '2026-02-28'),
      quickTicket: fc.oneof(fc.constant(null), fc.constantFrom(...types).map(values)),
    },
    { requiredKeys: [] },
  );
}

/**
 * However an admin edits a company's settings and the global ones, with Taskfire or without: after every edit, done or
 * refused, both are in no state that the rules forbid, and a refused edit has changed nothing. Returns how many edits
 * were done and how many refused.
 */
export async function noEditIsForbidden(
  admin: PortalAdmin,
  companyId: number,
  numRuns: number,
): Promise<{ done: number; refused: number }> {
  const counts = { done: 0, refused: 0 };
  const types = [...(await admin.requestTypes()).map(({ id }) => id), 4711];
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('settings'), change: anyChange(types), isStale }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('global'), change: anyGlobalChange(types), isStale }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'taskfire' as const }) },
  );
  const sequences = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 10 }), async (edits) => {
    for (const one of edits) {
      const before = await everything(admin, companyId);
      const isDone = await tried(() => apply(admin, companyId, one));
      counts[isDone ? 'done' : 'refused'] += 1;
      const after = await everything(admin, companyId);
      expect(await forbidden(admin, after), JSON.stringify(one)).toEqual([]);
      if (!isDone) expect(after).toEqual(before);
    }
  });
  await fc.assert(sequences, { numRuns });
  return counts;
}

async function apply(admin: PortalAdmin, companyId: number, one: Edit): Promise<unknown> {
  switch (one.kind) {
    case 'settings': {
      const { version } = await admin.settings(companyId);
      return admin.saveSettings(companyId, one.change, one.isStale ? '"9999999"' : version);
    }
    case 'global': {
      const { version } = await admin.globalSettings();
      return admin.saveGlobalSettings(one.change, one.isStale ? '"9999999"' : version);
    }
    case 'taskfire':
      return turnTaskfire(admin, companyId);
  }
}

/** On where it is off, and the other way round. */
export async function turnTaskfire(admin: PortalAdmin, companyId: number): Promise<unknown> {
  const taskfire = await admin.taskfire(companyId);
  if (taskfire.isActive) {
    const moves = taskfire.levelsInUse.map(({ id }) => ({ from: id, to: 1 }));
    return admin.disableTaskfire(companyId, moves, taskfire.version);
  }
  const agreement = await admin.taskfireAgreement(companyId);
  const confirmed = agreement.confirmations.map(({ id }) => id);
  return admin.enableTaskfire(
    companyId,
    { agreementVersion: agreement.version, confirmed },
    taskfire.version,
  );
}

type Everything = Awaited<ReturnType<typeof everything>>;

/** All that the rules are about. */
export async function everything(admin: PortalAdmin, companyId: number) {
  const [settings, globals, taskfire] = await Promise.all([
    admin.settings(companyId),
    admin.globalSettings(),
    admin.taskfire(companyId),
  ]);
  return { settings, globals, taskfire };
}

/** What is forbidden of that. */
export async function forbidden(admin: PortalAdmin, now: Everything): Promise<string[]> {
  const requestTypes = await admin.requestTypes();
  const { settings: provider } = now.globals;
  const isTaskfireActive = now.taskfire.isActive;
  return [
    ...forbiddenSettings(now.settings.settings, { isTaskfireActive, provider, requestTypes }),
    ...forbiddenGlobals(provider, requestTypes),
  ];
}

/** False where the backend refuses it by a rule or a version. */
export async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    // A refusal by a rule or a version is an answer; anything else is a fault of the backend.
    if (thrown instanceof PortalError && ['validation', 'conflict'].includes(thrown.data.code)) return false;
    throw thrown;
  }
}

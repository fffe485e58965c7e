import type { PlannedStep, RefusalReason } from './bulk-plan.js';
import type { SecurityLevel } from './security-level.js';

/** What a plan does, in numbers. */
export interface BulkSummary {
  /** New logins: they can never be deleted. */
  readonly created: number;
  readonly reactivated: number;
  readonly deactivated: number;
  /** Logins that only get other values. */
  readonly changed: number;
  readonly refused: number;
  /** How many are refused for which reason, the most frequent first. */
  readonly reasons: readonly (readonly [reason: RefusalReason, count: number])[];
  /** Active logins with a Taskfire level that there are more, and fewer, afterwards: each is a paid licence (T4). */
  readonly licencesAdded: number;
  readonly licencesFreed: number;
}

/** What becomes of the login, in one word. */
export type Deed = 'created' | 'reactivated' | 'deactivated' | 'changed' | 'refused';

export function deedOf(step: PlannedStep): Deed {
  if (step.action === 'create') return 'created';
  if (step.action === 'refused') return 'refused';
  const { isActive } = step.change;
  if (isActive === undefined || isActive === step.before.isActive) return 'changed';
  return isActive ? 'reactivated' : 'deactivated';
}

export function summaryOf(steps: readonly PlannedStep[], levels: readonly SecurityLevel[]): BulkSummary {
  const deeds = { created: 0, reactivated: 0, deactivated: 0, changed: 0, refused: 0 };
  const taskfire = new Set(levels.filter(({ kind }) => kind === 'taskfire').map(({ id }) => id));
  const reasons = new Map<RefusalReason, number>();
  let licencesAdded = 0;
  let licencesFreed = 0;
  for (const step of steps) {
    deeds[deedOf(step)] += 1;
    if (step.action === 'refused') reasons.set(step.reason, (reasons.get(step.reason) ?? 0) + 1);
    const balance = licencesAfter(step, taskfire) - licencesBefore(step, taskfire);
    if (balance > 0) licencesAdded += 1;
    if (balance < 0) licencesFreed += 1;
  }
  const byCount = [...reasons].sort(([, one], [, other]) => other - one);
  return { ...deeds, reasons: byCount, licencesAdded, licencesFreed };
}

function licencesBefore(step: PlannedStep, taskfire: ReadonlySet<number>): number {
  return step.action === 'change' && step.before.isActive && taskfire.has(step.before.securityLevel) ? 1 : 0;
}

function licencesAfter(step: PlannedStep, taskfire: ReadonlySet<number>): number {
  if (step.action === 'refused') return 0;
  const after = step.action === 'create' ? step.account : { ...step.before, ...step.change };
  return after.isActive && taskfire.has(after.securityLevel) ? 1 : 0;
}

import type { JobStep } from '../../contract/index.js';
import type { BulkTarget, GivenValues, PlannedStep } from '../../model/index.js';

/** The contacts of a job that failed, for a new plan, with all that had been decided about them but what was refused. */
export interface PlanAgain {
  readonly action: 'activate';
  readonly targets: readonly BulkTarget[];
  /** User names that somebody else has by now. */
  readonly takenNames: readonly string[];
}

/** What can be planned again of a job that activates contacts, by its steps. */
export function planAgain(steps: readonly JobStep[]): PlanAgain {
  const failed = steps.filter(({ state }) => state === 'failed');
  return {
    action: 'activate',
    targets: failed.map((step) => ({
      contactId: step.planned.contactId,
      given: withoutFields(
        decidedIn(step.planned),
        refusalsOf(step).map(({ field }) => field),
      ),
    })),
    takenNames: failed.flatMap((step) => {
      const { userName } = decidedIn(step.planned);
      const isTaken = refusalsOf(step).some(({ code }) => code === 'user-name-taken');
      return isTaken && userName !== undefined ? [userName] : [];
    }),
  };
}

function decidedIn(planned: PlannedStep): GivenValues {
  if (planned.action === 'refused') return {};
  const { userName, securityLevel, dateFormat, timeFormat, numberFormat }: GivenValues =
    planned.action === 'create' ? planned.account : planned.change;
  return definedOnly({ userName, securityLevel, dateFormat, timeFormat, numberFormat });
}

function refusalsOf({ error }: JobStep): { readonly field: string; readonly code: string }[] {
  if (error?.code !== 'validation') return [];
  return error.problems.map(({ path: [field = ''], code }) => ({ field, code }));
}

function withoutFields(values: GivenValues, fields: readonly string[]): GivenValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));
}

function definedOnly(values: { readonly [K in keyof GivenValues]: GivenValues[K] | undefined }): GivenValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

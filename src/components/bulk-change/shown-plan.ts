import { LARGEST_JOB, type JobDraft } from '../../contract/index.js';
import {
  planBulk,
  summaryOf,
  type BulkAction,
  type BulkContext,
  type BulkRequest,
  type BulkSummary,
  type BulkTarget,
  type Company,
  type CompanyRows,
  type GivenValues,
} from '../../model/index.js';
import type { PlanAgain } from '../job-list/plan-again.js';

/** What the dialog is for: chosen contacts, those that a file names, or those that failed in a job. */
export type BulkTask =
  | { readonly action: BulkAction; readonly contactIds: readonly number[] }
  | { readonly from: 'csv' }
  | PlanAgain;

/** The contacts with which it begins. */
export function targetsOf(task: BulkTask): readonly BulkTarget[] {
  if ('targets' in task) return task.targets;
  return 'contactIds' in task ? task.contactIds.map((contactId) => ({ contactId })) : [];
}

/** What is still to be said of the contacts: of those that are planned again most is known. */
export interface OpenQuestions {
  readonly names: boolean;
  readonly level: boolean;
  readonly formats: boolean;
}

export function openQuestions(task: BulkTask, rows: CompanyRows): OpenQuestions {
  if (!('targets' in task)) return { names: true, level: true, formats: true };
  const fresh = task.targets.filter(({ contactId }) => rows.rowOf(contactId)?.portalUser === null);
  const lacks = (...fields: readonly (keyof GivenValues)[]): boolean =>
    fresh.some(({ given = {} }) => fields.some((field) => given[field] === undefined));
  return {
    names: lacks('userName'),
    level: lacks('securityLevel'),
    formats: lacks('dateFormat', 'timeFormat', 'numberFormat'),
  };
}

/** A plan as the admin sees it. Its draft is what is started, so nothing else can be. */
export interface ShownPlan {
  readonly draft: JobDraft;
  readonly summary: BulkSummary;
  readonly isTooLarge: boolean;
}

const jobKinds = {
  activate: 'activate',
  deactivate: 'deactivate',
  'change-level': 'change',
  'change-formats': 'change',
} as const satisfies Record<BulkAction, JobDraft['kind']>;

export function makePlan(
  request: BulkRequest,
  targets: readonly BulkTarget[],
  context: BulkContext,
  company: Company,
): ShownPlan {
  const steps = planBulk(request, targets, context);
  return {
    draft: {
      id: crypto.randomUUID(),
      companyId: company.id,
      companyName: company.name,
      kind: jobKinds[request.action],
      steps,
    },
    summary: summaryOf(steps, context.options.securityLevels),
    isTooLarge: steps.length > LARGEST_JOB,
  };
}

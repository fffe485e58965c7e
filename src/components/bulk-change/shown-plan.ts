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
} from '../../model/index.js';

/** What the dialog is for: chosen contacts, or those that a file names. */
export type BulkTask =
  { readonly action: BulkAction; readonly contactIds: readonly number[] } | { readonly from: 'csv' };

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

import * as v from 'valibot';
import { IdSchema, InstantSchema, isProviderCompany } from './ids.js';

/** T2: the contract to which the monthly fee of each Taskfire user is added. `expiresOn` is a date, `2026-10-31`. */
export const TaskfireBillingSchema = v.object({
  contractId: IdSchema,
  contractName: v.string(),
  serviceName: v.string(),
  expiresOn: v.nullable(v.pipe(v.string(), v.isoDate())),
});

/** T: Taskfire of one company. Who accepted the agreement and when is kept as long as it is active. */
export const TaskfireSchema = v.variant('isActive', [
  v.object({ isActive: v.literal(false) }),
  v.object({
    isActive: v.literal(true),
    acceptedBy: v.string(),
    acceptedAt: InstantSchema,
    billing: v.nullable(TaskfireBillingSchema),
  }),
]);
export type Taskfire = v.InferOutput<typeof TaskfireSchema>;

/** T2: true once the billing contract's last day is over. `today` is a date, `2026-11-24`. */
export function isBillingContractExpired(taskfire: Taskfire, today: string): boolean {
  const expiresOn = taskfire.isActive ? taskfire.billing?.expiresOn : undefined;
  return typeof expiresOn === 'string' && expiresOn < today;
}

/** T4: licences are billed per Taskfire user, but never for the provider's own company. */
export function billedLicences(companyId: number, taskfireUsers: number): number {
  return isProviderCompany(companyId) ? 0 : taskfireUsers;
}

import type { ActiveTaskfire, BillingChoice, BillingContract, TaskfireBilling } from '../../model/index.js';

/** What is entered about billing (T2): no contract, or one of which the service may still be missing. */
export interface BillingDraft {
  readonly contractId: number | null;
  readonly serviceId: number | null;
}

/** What stands there before anybody enters anything. */
export function draftOf(billing: TaskfireBilling | null): BillingDraft {
  return { contractId: billing?.contractId ?? null, serviceId: billing?.serviceId ?? null };
}

/** Another contract has other services; where it has one only, there is nothing to choose. */
export function withContract(contracts: readonly BillingContract[], contractId: number | null): BillingDraft {
  const services = contracts.find(({ id }) => id === contractId)?.services ?? [];
  const [only] = services.length === 1 ? services : [];
  return { contractId, serviceId: only?.id ?? null };
}

export function isSameBilling({ billing }: ActiveTaskfire, draft: BillingDraft): boolean {
  const now = draftOf(billing);
  return now.contractId === draft.contractId && now.serviceId === draft.serviceId;
}

/** What can be saved; undefined while the service is missing. */
export function choiceOf({ contractId, serviceId }: BillingDraft): BillingChoice | undefined {
  if (contractId === null) return null;
  return serviceId === null ? undefined : { contractId, serviceId };
}

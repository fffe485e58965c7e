import {
  toPortalError,
  type Availability,
  type PortalAdmin,
  type PortalError,
} from '../../contract/index.js';
import { isProviderCompany, type BillingContract, type Taskfire } from '../../model/index.js';

/** Everything about Taskfire of a company that is shown, as read at one time. undefined = it cannot be told. */
export interface TaskfireView {
  readonly companyId: number;
  readonly availability: Availability;
  readonly taskfire: Taskfire | undefined;
  /** What the company's own record says, also where Taskfire itself cannot be read. */
  readonly isActive: boolean | undefined;
  /** S1: nobody could log in without. */
  readonly isPortalEnabled: boolean | undefined;
  /** T2; undefined also where there is nothing to choose. */
  readonly contracts: readonly BillingContract[] | undefined;
  /** What the backend offers but did not deliver this time; the rest still works. */
  readonly failures: readonly PortalError[];
}

/** Reads the view. Rejects where the capabilities or Taskfire itself fail; what only helps may be missing. */
export async function loadTaskfire(
  admin: PortalAdmin,
  companyId: number,
  signal: AbortSignal,
): Promise<TaskfireView> {
  const options = { signal };
  const { operations } = await admin.capabilities(companyId, options);
  const availability = operations.taskfire;
  const failures: PortalError[] = [];
  const helpful = async <T>(isWanted: boolean, load: () => Promise<T>): Promise<T | undefined> => {
    if (!isWanted) return undefined;
    return load().catch((thrown: unknown) => {
      failures.push(toPortalError(thrown));
      return undefined;
    });
  };
  const isOffered = availability.state !== 'absent';
  const [taskfire, company, settings] = await Promise.all([
    isOffered ? admin.taskfire(companyId, options) : undefined,
    helpful(!isOffered && operations.companies.state !== 'absent', () => admin.company(companyId, options)),
    helpful(isOffered && operations.settings.state !== 'absent', () => admin.settings(companyId, options)),
  ]);
  const isBillable =
    taskfire?.isActive === true && availability.state === 'available' && !isProviderCompany(companyId);
  const contracts = await helpful(isBillable, () => admin.billingContracts(companyId, options));
  return {
    ...{ companyId, availability, taskfire, contracts, failures },
    isActive: taskfire?.isActive ?? company?.isTaskfireActive,
    isPortalEnabled: settings?.settings.portalEnabled,
  };
}

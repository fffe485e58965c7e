import type { Capabilities, PortalAdmin } from '../../contract/index.js';
import type { Company, ContactRow, PortalUserOptions } from '../../model/index.js';

/** What the grid must know of a company beside its contacts. */
export interface CompanyFacts {
  readonly capabilities: Capabilities;
  readonly company: Company;
  /** Undefined where the backend does not know portal accounts. */
  readonly options: PortalUserOptions | undefined;
}

/** Rejects with a `PortalError`, or with the signal's reason. */
export async function loadFacts(
  admin: PortalAdmin,
  companyId: number,
  signal: AbortSignal,
): Promise<CompanyFacts> {
  const [capabilities, company] = await Promise.all([
    admin.capabilities(companyId, { signal }),
    admin.company(companyId, { signal }),
  ]);
  const knowsAccounts = capabilities.operations.portalUsers.state !== 'absent';
  const options = knowsAccounts ? await admin.portalUserOptions({ signal }) : undefined;
  return { capabilities, company, options };
}

/** The contacts whose login has a Taskfire level. */
export function withTaskfireLevel(
  options: PortalUserOptions | undefined,
  rows: readonly ContactRow[],
): number[] {
  const levels = options?.securityLevels.filter(({ kind }) => kind === 'taskfire').map(({ id }) => id) ?? [];
  return rows.flatMap(({ portalUser }) =>
    portalUser !== null && levels.includes(portalUser.securityLevel) ? [portalUser.contactId] : [],
  );
}

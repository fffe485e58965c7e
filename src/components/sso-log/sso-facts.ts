import type { Availability, PortalAdmin } from '../../contract/index.js';
import { effectiveTimeZone } from '../../model/index.js';

/** What must be known of a company before its log can be read and its days told apart. */
export interface LogFacts {
  readonly ssoLog: Availability;
  readonly companyName: string;
  /** IANA name. */
  readonly zone: string;
  /** False where the backend cannot tell the company's zone and the reader's own stands in for it. */
  readonly isCompanyZone: boolean;
}

/** Rejects with a `PortalError`, or with the signal's reason. */
export async function loadLogFacts(
  admin: PortalAdmin,
  companyId: number,
  signal: AbortSignal,
): Promise<LogFacts> {
  const { operations } = await admin.capabilities(companyId, { signal });
  const knows = (operation: 'settings' | 'providerDefaults'): boolean =>
    operations[operation].state !== 'absent';
  const [company, snapshot, provider] = await Promise.all([
    admin.company(companyId, { signal }),
    knows('settings') ? admin.settings(companyId, { signal }) : undefined,
    knows('providerDefaults') ? admin.providerDefaults({ signal }) : undefined,
  ]);
  const own = snapshot?.settings.timeZone;
  const hasZone = own !== undefined && (own !== null || provider !== undefined);
  const headquartersTimeZone = provider?.headquartersTimeZone ?? '';
  return {
    ssoLog: operations.ssoLog,
    companyName: company.name,
    zone: hasZone ? effectiveTimeZone(own, company, { headquartersTimeZone }).value : readersZone(),
    isCompanyZone: hasZone,
  };
}

function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

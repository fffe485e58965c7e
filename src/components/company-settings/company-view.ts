import {
  toPortalError,
  type Capabilities,
  type Operation,
  type PortalAdmin,
  type PortalError,
  type SettingsSnapshot,
} from '../../contract/index.js';
import type {
  Company,
  PortalLogin,
  ProblemContext,
  ProviderDefaults,
  RequestType,
  Taskfire,
  TicketOptions,
} from '../../model/index.js';

/** Everything about a company that the settings page shows, as read at one time. undefined = this backend cannot tell. */
export interface CompanyView {
  readonly capabilities: Capabilities;
  readonly snapshot: SettingsSnapshot;
  readonly company: Company | undefined;
  readonly provider: ProviderDefaults | undefined;
  readonly requestTypes: readonly RequestType[] | undefined;
  readonly ticketOptions: TicketOptions | undefined;
  readonly timeZones: readonly string[] | undefined;
  readonly portalLogin: PortalLogin | undefined;
  readonly taskfire: Taskfire | undefined;
  /** What the backend offers but did not deliver this time; the rest of the page still works. */
  readonly failures: readonly PortalError[];
}

/**
 * Reads the view: first what there is, then all of it at once. Rejects where the capabilities or the settings fail; what
 * only helps to understand them may be missing.
 */
export async function loadCompanyView(
  admin: PortalAdmin,
  companyId: number,
  signal: AbortSignal,
): Promise<CompanyView> {
  const options = { signal };
  const capabilities = await admin.capabilities(companyId, options);
  const failures: PortalError[] = [];
  const offered = (operation: Operation): boolean => capabilities.operations[operation].state !== 'absent';
  const helpful = async <T>(operation: Operation, load: () => Promise<T>): Promise<T | undefined> => {
    if (!offered(operation)) return undefined;
    return load().catch((thrown: unknown) => {
      failures.push(toPortalError(thrown));
      return undefined;
    });
  };
  const hasQuickTickets = capabilities.settings.quickTicket.state !== 'absent';
  const [snapshot, company, provider, requestTypes, ticketOptions, timeZones, portalLogin, taskfire] =
    await Promise.all([
      offered('settings') ? admin.settings(companyId, options) : nothingKnown(companyId),
      helpful('companies', () => admin.company(companyId, options)),
      helpful('providerDefaults', () => admin.providerDefaults(options)),
      helpful('requestTypes', () => admin.requestTypes(options)),
      // A long answer, which nobody needs where there is no quick ticket to see.
      hasQuickTickets ? helpful('ticketOptions', () => admin.ticketOptions(options)) : undefined,
      helpful('timeZones', () => admin.timeZones(options)),
      helpful('portalLogin', () => admin.portalLogin(companyId, options)),
      helpful('taskfire', () => admin.taskfire(companyId, options)),
    ]);
  return {
    ...{ capabilities, snapshot, company, provider, requestTypes, ticketOptions, timeZones, portalLogin },
    taskfire,
    failures,
  };
}

/** Where no setting can be read at all, every row still stands there and says why it is unknown. */
function nothingKnown(companyId: number): SettingsSnapshot {
  return { companyId, settings: {}, version: '', changedBy: null, changedAt: null };
}

/** What the model's rules ask about beside the settings. */
export function rulesContext(view: CompanyView): ProblemContext {
  const isTaskfireActive = view.company?.isTaskfireActive ?? view.taskfire?.isActive ?? false;
  return { isTaskfireActive, provider: view.provider, requestTypes: view.requestTypes };
}

import {
  PortalError,
  toPortalError,
  type Capabilities,
  type Operation,
  type PortalAdmin,
} from '../../contract/index.js';
import type {
  GlobalKey,
  GlobalSettings,
  GlobalSnapshot,
  RequestType,
  TicketOptions,
} from '../../model/index.js';

/** The global settings that can be changed. */
export type GlobalForm = Pick<GlobalSettings, GlobalKey>;

/** What the page of the global settings shows, as read at one time. undefined = this backend cannot tell. */
export interface GlobalView {
  readonly capabilities: Capabilities;
  readonly snapshot: GlobalSnapshot;
  readonly requestTypes: readonly RequestType[] | undefined;
  readonly ticketOptions: TicketOptions | undefined;
  /** What the backend offers but did not deliver this time. */
  readonly failures: readonly PortalError[];
}

/** Reads the view. Rejects where the capabilities or the settings fail, with `not-found` where there are none to be had. */
export async function loadGlobalView(
  admin: PortalAdmin,
  companyId: number,
  signal: AbortSignal,
): Promise<GlobalView> {
  const capabilities = await admin.capabilities(companyId, { signal });
  if (capabilities.operations.globalSettings.state === 'absent') throw new PortalError({ code: 'not-found' });
  const failures: PortalError[] = [];
  const helpful = async <T>(operation: Operation, load: () => Promise<T>): Promise<T | undefined> => {
    if (capabilities.operations[operation].state === 'absent') return undefined;
    return load().catch((thrown: unknown) => {
      failures.push(toPortalError(thrown));
      return undefined;
    });
  };
  const [snapshot, requestTypes, ticketOptions] = await Promise.all([
    admin.globalSettings({ signal }),
    helpful('requestTypes', () => admin.requestTypes({ signal })),
    helpful('ticketOptions', () => admin.ticketOptions({ signal })),
  ]);
  return { capabilities, snapshot, requestTypes, ticketOptions, failures };
}

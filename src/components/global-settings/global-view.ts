import { PortalError, toPortalError, type Capabilities, type PortalAdmin } from '../../contract/index.js';
import type { GlobalKey, GlobalSettings, GlobalSnapshot, RequestType } from '../../model/index.js';

/** The global settings that can be changed. */
export type GlobalForm = Pick<GlobalSettings, GlobalKey>;

/** What the page of the global settings shows, as read at one time. undefined = this backend cannot tell. */
export interface GlobalView {
  readonly capabilities: Capabilities;
  readonly snapshot: GlobalSnapshot;
  readonly requestTypes: readonly RequestType[] | undefined;
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
  const types = async (): Promise<RequestType[] | undefined> => {
    if (capabilities.operations.requestTypes.state === 'absent') return undefined;
    return admin.requestTypes({ signal }).catch((thrown: unknown) => {
      failures.push(toPortalError(thrown));
      return undefined;
    });
  };
  const [snapshot, requestTypes] = await Promise.all([admin.globalSettings({ signal }), types()]);
  return { capabilities, snapshot, requestTypes, failures };
}

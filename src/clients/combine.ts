import {
  operations,
  PortalError,
  type Availability,
  type CallOptions,
  type Capabilities,
  type Operation,
  type PortalAdmin,
  type PortalErrorCode,
} from '../contract/index.js';
import { recordOf, settingKeys } from '../model/index.js';

/** What is connected; at least one of them. */
export interface Backends {
  readonly autotask?: PortalAdmin | undefined;
  readonly portalService?: PortalAdmin | undefined;
}

/**
 * Who knows best: the vendor's API people and companies, the portal service everything about the portal itself. People whom
 * the API user may read only are written by the portal service, where it lets them.
 */
const bestFor: Readonly<Record<Operation, keyof Backends>> = {
  companies: 'autotask',
  contacts: 'autotask',
  portalUsers: 'autotask',
  // The pick lists are tickets', and those are the vendor's API's own.
  ticketOptions: 'autotask',
  settings: 'portalService',
  portalLogin: 'portalService',
  providerDefaults: 'portalService',
  requestTypes: 'portalService',
  timeZones: 'portalService',
  taskfire: 'portalService',
  ssoLog: 'portalService',
  logos: 'portalService',
  globalSettings: 'portalService',
};

/**
 * One `PortalAdmin` of two: each operation goes to the backend that knows best, or to the only one that is connected.
 * Who answers never depends on who is up, so that an outage of one leaves the other's operations alone. Throws a
 * TypeError where nothing is connected.
 */
export function createCombinedClient(backends: Backends): PortalAdmin {
  const connected = [backends.autotask, backends.portalService].filter((one) => one !== undefined);
  const [only] = connected;
  if (only === undefined) throw new TypeError('No backend is connected.');
  const route = (operation: Operation): PortalAdmin => backends[bestFor[operation]] ?? only;
  const { portalService } = backends;
  /** `forbidden` says that nothing was done, so another may do it. */
  const writePeople = async <T>(operation: Operation, write: (to: PortalAdmin) => Promise<T>): Promise<T> => {
    const first = route(operation);
    try {
      return await write(first);
    } catch (thrown) {
      if (portalService === undefined || portalService === first || !isOf('forbidden', thrown)) throw thrown;
      return write(portalService).catch((second: unknown) => {
        // A service that has no people cannot know better why not.
        throw isOf('not-found', second) ? thrown : second;
      });
    }
  };

  return {
    capabilities: async (companyId, options) => {
      const known = await askAll(connected, companyId, options);
      const of = (operation: Operation, pick: (from: Capabilities) => Availability): Availability => {
        const from = known.get(route(operation));
        const isBest = backends[bestFor[operation]] !== undefined;
        // Of a backend that does not answer now nothing is known; its operations then say so themselves.
        if (from === undefined) return { state: 'available' };
        const other = portalService && known.get(portalService);
        return isTakenOver(operation, pick(from), other) ? pick(other) : asConnected(pick(from), isBest);
      };
      return {
        operations: recordOf(operations, (one) => of(one, (from) => from.operations[one])),
        settings: recordOf(settingKeys, (key) => of('settings', (from) => from.settings[key])),
      };
    },
    companies: (...args) => route('companies').companies(...args),
    company: (...args) => route('companies').company(...args),
    portalLogin: (...args) => route('portalLogin').portalLogin(...args),
    taskfire: (...args) => route('taskfire').taskfire(...args),
    taskfireAgreement: (...args) => route('taskfire').taskfireAgreement(...args),
    billingContracts: (...args) => route('taskfire').billingContracts(...args),
    enableTaskfire: (...args) => route('taskfire').enableTaskfire(...args),
    disableTaskfire: (...args) => route('taskfire').disableTaskfire(...args),
    setTaskfireBilling: (...args) => route('taskfire').setTaskfireBilling(...args),
    ssoEvents: (...args) => route('ssoLog').ssoEvents(...args),
    logos: (...args) => route('logos').logos(...args),
    setLogo: (...args) => route('logos').setLogo(...args),
    removeLogo: (...args) => route('logos').removeLogo(...args),
    globalSettings: (...args) => route('globalSettings').globalSettings(...args),
    saveGlobalSettings: (...args) => route('globalSettings').saveGlobalSettings(...args),
    providerDefaults: (...args) => route('providerDefaults').providerDefaults(...args),
    requestTypes: (...args) => route('requestTypes').requestTypes(...args),
    ticketOptions: (...args) => route('ticketOptions').ticketOptions(...args),
    timeZones: (...args) => route('timeZones').timeZones(...args),
    settings: (...args) => route('settings').settings(...args),
    saveSettings: (...args) => route('settings').saveSettings(...args),
    contacts: (...args) => route('contacts').contacts(...args),
    createContact: (...args) => writePeople('contacts', (to) => to.createContact(...args)),
    portalUserOptions: (...args) => route('portalUsers').portalUserOptions(...args),
    takenUserNames: (...args) => route('portalUsers').takenUserNames(...args),
    portalUsers: (...args) => route('portalUsers').portalUsers(...args),
    createPortalUser: (...args) => writePeople('portalUsers', (to) => to.createPortalUser(...args)),
    changePortalUser: (...args) => writePeople('portalUsers', (to) => to.changePortalUser(...args)),
    subscribe: (listener) => {
      const stops = connected.map((one) => one.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** People whom Autotask's API user may not write, while the portal service lets them be written. */
function isTakenOver(
  operation: Operation,
  best: Availability,
  service: Capabilities | undefined,
): service is Capabilities {
  if (operation !== 'contacts' && operation !== 'portalUsers') return false;
  const isNotAllowed = best.state === 'read-only' && best.reason === 'permission-missing';
  return isNotAllowed && service?.operations[operation].state === 'available';
}

function isOf(code: PortalErrorCode, thrown: unknown): boolean {
  return thrown instanceof PortalError && thrown.data.code === code;
}

/** The capabilities of each that answers. Rejects like the first where none does, or with the signal's reason. */
async function askAll(
  connected: readonly PortalAdmin[],
  companyId: number,
  options: CallOptions | undefined,
): Promise<Map<PortalAdmin, Capabilities>> {
  const asked = connected.map(async (one): Promise<[PortalAdmin, Capabilities]> => [
    one,
    await one.capabilities(companyId, options),
  ]);
  const answers = (await Promise.allSettled(asked)).filter((one) => one.status === 'fulfilled');
  options?.signal?.throwIfAborted();
  if (answers.length === 0) await asked[0];
  return new Map(answers.map((one) => one.value));
}

/** What is absent only because the backend that could do it is missing can be had: by connecting that one. */
function asConnected(availability: Availability, isBest: boolean): Availability {
  const isMissing = availability.state === 'absent' && !isBest;
  return isMissing ? { state: 'absent', reason: 'not-connected' } : availability;
}

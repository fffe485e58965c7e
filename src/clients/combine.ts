import {
  operations,
  type Availability,
  type CallOptions,
  type Capabilities,
  type Operation,
  type PortalAdmin,
} from '../contract/index.js';
import { recordOf, settingKeys } from '../model/index.js';

/** What is connected; at least one of them. */
export interface Backends {
  readonly autotask?: PortalAdmin | undefined;
  readonly portalService?: PortalAdmin | undefined;
}

/** Who knows best: the vendor's API people and companies, the portal service everything about the portal itself. */
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

  return {
    capabilities: async (companyId, options) => {
      const known = await askAll(connected, companyId, options);
      const of = (operation: Operation, pick: (from: Capabilities) => Availability): Availability => {
        const from = known.get(route(operation));
        const isBest = backends[bestFor[operation]] !== undefined;
        // Of a backend that does not answer now nothing is known; its operations then say so themselves.
        return from === undefined ? { state: 'available' } : asConnected(pick(from), isBest);
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
    createContact: (...args) => route('contacts').createContact(...args),
    portalUserOptions: (...args) => route('portalUsers').portalUserOptions(...args),
    takenUserNames: (...args) => route('portalUsers').takenUserNames(...args),
    portalUsers: (...args) => route('portalUsers').portalUsers(...args),
    createPortalUser: (...args) => route('portalUsers').createPortalUser(...args),
    changePortalUser: (...args) => route('portalUsers').changePortalUser(...args),
    subscribe: (listener) => {
      const stops = connected.map((one) => one.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
  };
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

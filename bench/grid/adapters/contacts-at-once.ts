import { operations, type PortalAdmin, type PortalChange } from '../../../src/contract/index.js';
import { recordOf, settingKeys, type Company, type ContactRow } from '../../../src/model/index.js';

export const COMPANY = 174;
/** The place in the list of contacts at which the changed ones are. */
export const CHANGED_PAGE = 'changed';

/** A backend that has all contacts at once, as the other grids are given theirs. */
export interface ContactsAtOnce {
  readonly admin: PortalAdmin;
  rows: readonly ContactRow[];
  changed: readonly ContactRow[];
  say(change: PortalChange): void;
}

export function contactsAtOnce(): ContactsAtOnce {
  const listeners = new Set<(change: PortalChange) => void>();
  const backend: ContactsAtOnce = {
    admin: {
      ...unasked,
      capabilities: () =>
        Promise.resolve({
          operations: recordOf(operations, () => ({ state: 'available' })),
          settings: recordOf(settingKeys, () => ({ state: 'available' })),
        }),
      company: () => Promise.resolve(company),
      contacts: async (_companyId, cursor) => {
        // A task later: what is known of the company comes before its last contact, as from any real backend.
        if (cursor === null) await new Promise((resolve) => setTimeout(resolve));
        const rows = cursor === CHANGED_PAGE ? backend.changed : backend.rows;
        return { rows: [...rows], next: null, total: backend.rows.length };
      },
      portalUserOptions: () => Promise.resolve(accountOptions),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    rows: [],
    changed: [],
    say: (change) => listeners.forEach((listener) => listener(change)),
  };
  return backend;
}

const company: Company = {
  id: COMPANY,
  name: 'Oberdorf Molkerei GmbH',
  isActive: true,
  isCustomer: true,
  parentId: null,
  country: 'DE',
  region: null,
  isTaskfireActive: true,
};

const level = (id: number, name: string) =>
  ({ id, name, kind: 'portal', isSystem: true, isActive: true }) as const;
const option = { value: 1, label: '1', isDefault: true };
const accountOptions = {
  securityLevels: [level(1, 'Basic'), level(2, 'Advanced'), level(3, 'Manager')],
  dateFormats: [option],
  timeFormats: [option],
  numberFormats: [option],
};

const refuse = (): Promise<never> => Promise.reject(new Error('nobody asks for this in a measurement'));
const unasked = {
  companies: refuse,
  portalLogin: refuse,
  taskfire: refuse,
  taskfireAgreement: refuse,
  billingContracts: refuse,
  enableTaskfire: refuse,
  disableTaskfire: refuse,
  setTaskfireBilling: refuse,
  ssoEvents: refuse,
  logos: refuse,
  setLogo: refuse,
  removeLogo: refuse,
  globalSettings: refuse,
  saveGlobalSettings: refuse,
  providerDefaults: refuse,
  requestTypes: refuse,
  ticketOptions: refuse,
  timeZones: refuse,
  settings: refuse,
  saveSettings: refuse,
  takenUserNames: refuse,
  portalUsers: refuse,
  createContact: refuse,
  createPortalUser: refuse,
  changePortalUser: refuse,
};

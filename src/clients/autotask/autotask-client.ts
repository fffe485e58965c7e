import { PortalError, type CallOptions, type Operation, type PortalAdmin } from '../../contract/index.js';
import { withinDeadline } from '../http/index.js';
import { Listeners } from '../listeners.js';
import { AutotaskCompanies } from './companies.js';
import { AutotaskContacts } from './contacts.js';
import { readCapabilities, readPortalUserOptions } from './metadata.js';
import { AutotaskPortalUsers } from './portal-users.js';
import { AutotaskRest, type AutotaskAccess } from './rest.js';

/**
 * A `PortalAdmin` on the vendor's REST API: companies, contacts and portal users. Portal settings have no public API but
 * for one flag that can be read. Each method ends within 20 seconds.
 */
export function createAutotaskClient(autotaskAccess: AutotaskAccess): PortalAdmin {
  const rest = new AutotaskRest(autotaskAccess);
  const companies = new AutotaskCompanies(rest);
  const contacts = new AutotaskContacts(rest, companies);
  const portalUsers = new AutotaskPortalUsers(rest, contacts);
  const listeners = new Listeners();
  const read = <T>(options: CallOptions | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    withinDeadline(options?.signal, work);

  return {
    capabilities: (companyId, options) =>
      read(options, async (signal) => {
        const [capabilities] = await Promise.all([
          readCapabilities(rest, signal),
          companies.mustExist(companyId, signal),
        ]);
        return capabilities;
      }),
    companies: (cursor, options) => read(options, (signal) => companies.page(cursor, signal)),
    company: (companyId, options) => read(options, (signal) => companies.company(companyId, signal)),
    settings: (companyId, options) => read(options, (signal) => companies.settings(companyId, signal)),
    saveSettings: () => Promise.reject(new PortalError({ code: 'forbidden', detail: NO_SETTINGS_API })),
    contacts: (companyId, cursor, options) =>
      read(options, (signal) => contacts.page(companyId, cursor, signal)),
    portalUserOptions: (options) => read(options, (signal) => readPortalUserOptions(rest, signal)),
    isUserNameFree: (userName, exceptPortalUserId, options) =>
      read(options, (signal) => portalUsers.isUserNameFree(userName, exceptPortalUserId, signal)),
    portalUsers: (companyId, contactIds, options) =>
      read(options, (signal) => portalUsers.ofContacts(companyId, contactIds, signal)),
    createPortalUser: async (companyId, draft) => {
      const created = await withinDeadline(undefined, (signal) =>
        portalUsers.create(companyId, draft, signal),
      );
      listeners.tell({ kind: 'portal-user', companyId, contactId: created.contactId });
      return created;
    },
    changePortalUser: async (companyId, portalUserId, change, expected) => {
      const changed = await withinDeadline(undefined, (signal) =>
        portalUsers.change({ companyId, portalUserId, change, expected }, signal),
      );
      listeners.tell({ kind: 'portal-user', companyId, contactId: changed.after.contactId });
      return changed;
    },
    portalLogin: () => absent('portalLogin'),
    taskfire: () => absent('taskfire'),
    providerDefaults: () => absent('providerDefaults'),
    requestTypes: () => absent('requestTypes'),
    timeZones: () => absent('timeZones'),
    subscribe: (listener) => listeners.add(listener),
  };
}

const NO_SETTINGS_API = 'The Autotask API cannot change portal settings.';

function absent(operation: Operation): Promise<never> {
  const detail = `The Autotask API has no ${operation}.`;
  return Promise.reject(new PortalError({ code: 'not-found', detail }));
}

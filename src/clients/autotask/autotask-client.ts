import {
  PortalError,
  type CallOptions,
  type EntityRights,
  type Operation,
  type PortalAdmin,
  type Threshold,
  type WriteOptions,
} from '../../contract/index.js';
import { withinDeadline } from '../http/index.js';
import { Listeners } from '../listeners.js';
import { AutotaskCompanies } from './companies.js';
import { AutotaskContacts } from './contacts.js';
import type { CallTerms } from './limits/scheduler.js';
import { readCapabilities, readPortalUserOptions, readTicketOptions } from './metadata.js';
import { AutotaskPortalUsers } from './portal-users.js';
import { AutotaskRest, type AutotaskAccess } from './rest.js';
import { readRights } from './rights.js';

/** Also tells what only this backend has: an API user's rights, and a threshold that all of the tenant's programs share. */
export interface AutotaskClient extends PortalAdmin {
  /** What the API user may do with companies, contacts and portal users. */
  rights(options?: CallOptions): Promise<EntityRights[]>;
  /** How much of the tenant's hour is used; measured within the last minute. */
  threshold(options?: CallOptions): Promise<Threshold>;
}

/**
 * A `PortalAdmin` on the vendor's REST API: companies, contacts and portal users, and what tickets' priorities and queues are
 * called. Portal settings have no public API but for one flag that can be read. Each method ends within 20 seconds.
 */
export function createAutotaskClient(autotaskAccess: AutotaskAccess): AutotaskClient {
  const rest = new AutotaskRest(autotaskAccess);
  const companies = new AutotaskCompanies(rest);
  const contacts = new AutotaskContacts(rest, companies);
  const portalUsers = new AutotaskPortalUsers(rest, contacts);
  const listeners = new Listeners();
  const read = <T>(options: CallOptions | undefined, work: (terms: CallTerms) => Promise<T>): Promise<T> =>
    withinDeadline(options?.signal, (signal) => work(termsOf(options, signal)));

  return {
    capabilities: (companyId, options) =>
      read(options, async (terms) => {
        const [capabilities] = await Promise.all([
          readCapabilities(rest, terms),
          companies.mustExist(companyId, terms),
        ]);
        return capabilities;
      }),
    companies: (cursor, options) => read(options, (terms) => companies.page(cursor, terms)),
    company: (companyId, options) => read(options, (terms) => companies.company(companyId, terms)),
    settings: (companyId, options) => read(options, (terms) => companies.settings(companyId, terms)),
    saveSettings: () => Promise.reject(new PortalError({ code: 'forbidden', detail: NO_SETTINGS_API })),
    contacts: (companyId, cursor, options) =>
      read(options, (terms) => contacts.page(companyId, cursor, terms)),
    createContact: async (companyId, draft, options) => {
      const created = await withinDeadline(undefined, (signal) =>
        contacts.create(companyId, draft, termsOf(options, signal)),
      );
      listeners.tell({ kind: 'contact', companyId, contactId: created.id });
      return created;
    },
    portalUserOptions: (options) => read(options, (terms) => readPortalUserOptions(rest, terms)),
    ticketOptions: (options) => read(options, (terms) => readTicketOptions(rest, terms)),
    takenUserNames: (userNames, exceptPortalUserId, options) =>
      read(options, (terms) => portalUsers.takenUserNames(userNames, exceptPortalUserId, terms)),
    portalUsers: (companyId, contactIds, options) =>
      read(options, (terms) => portalUsers.ofContacts(companyId, contactIds, terms)),
    createPortalUser: async (companyId, draft, options) => {
      const created = await withinDeadline(undefined, (signal) =>
        portalUsers.create(companyId, draft, termsOf(options, signal)),
      );
      listeners.tell({ kind: 'portal-user', companyId, contactId: created.contactId });
      return created;
    },
    changePortalUser: async (companyId, portalUserId, change, expected, options) => {
      const wanted = { companyId, portalUserId, change, expected };
      const changed = await withinDeadline(undefined, (signal) =>
        portalUsers.change(wanted, termsOf(options, signal)),
      );
      listeners.tell({ kind: 'portal-user', companyId, contactId: changed.after.contactId });
      return changed;
    },
    portalLogin: () => absent('portalLogin'),
    taskfire: () => absent('taskfire'),
    taskfireAgreement: () => absent('taskfire'),
    billingContracts: () => absent('taskfire'),
    enableTaskfire: () => absent('taskfire'),
    disableTaskfire: () => absent('taskfire'),
    setTaskfireBilling: () => absent('taskfire'),
    ssoEvents: () => absent('ssoLog'),
    logos: () => absent('logos'),
    setLogo: () => absent('logos'),
    removeLogo: () => absent('logos'),
    globalSettings: () => absent('globalSettings'),
    saveGlobalSettings: () => absent('globalSettings'),
    providerDefaults: () => absent('providerDefaults'),
    requestTypes: () => absent('requestTypes'),
    timeZones: () => absent('timeZones'),
    rights: (options) => read(options, (terms) => readRights(rest, terms)),
    threshold: (options) => read(options, ({ signal }) => rest.threshold(signal)),
    subscribe: (listener) => listeners.add(listener),
  };
}

function termsOf(options: WriteOptions | undefined, signal: AbortSignal): CallTerms {
  return { priority: options?.priority ?? 'interactive', signal };
}

const NO_SETTINGS_API = 'The Autotask API cannot change portal settings.';

function absent(operation: Operation): Promise<never> {
  const detail = `The Autotask API has no ${operation}.`;
  return Promise.reject(new PortalError({ code: 'not-found', detail }));
}

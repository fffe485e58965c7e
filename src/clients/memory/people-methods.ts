import type { PortalAdmin } from '../../contract/index.js';
import { hasAlready } from '../../model/index.js';
import { refuseChangedMeanwhile, refuseWrongContact } from '../expected.js';
import type { MemoryDesk } from './memory-desk.js';
import { pageOf } from './pages.js';
import { changedPortalUser, checkDraft, takenNames } from './rules.js';

/** Contacts, and reading their accounts. */
export function contactMethods(
  desk: MemoryDesk,
): Pick<PortalAdmin, 'contacts' | 'createContact' | 'portalUserOptions' | 'takenUserNames' | 'portalUsers'> {
  const { store } = desk;
  return {
    async contacts(companyId, cursor, options) {
      await desk.read('contacts', 'contacts', options);
      const { rows } = store.company(companyId);
      const { items, next } = pageOf(rows, ({ contact }) => contact.id, cursor, desk.pageSize);
      return { rows: structuredClone(items), next, total: rows.length };
    },

    async createContact(companyId, draft) {
      await desk.write('createContact', 'contacts');
      refuseWrongContact(draft);
      const contact = store.addContact(companyId, draft);
      desk.listeners.tell({ kind: 'contact', companyId, contactId: contact.id });
      return structuredClone(contact);
    },

    async portalUserOptions(options) {
      await desk.read('portalUserOptions', 'portalUsers', options);
      return structuredClone(store.data.portalUserOptions);
    },

    async takenUserNames(userNames, exceptPortalUserId, options) {
      await desk.read('takenUserNames', 'portalUsers', options);
      return takenNames(store.data, userNames, exceptPortalUserId);
    },

    async portalUsers(companyId, contactIds, options) {
      await desk.read('portalUsers', 'portalUsers', options);
      const wanted = new Set(contactIds);
      const { rows } = store.company(companyId);
      const found = rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser]));
      return structuredClone(found.filter(({ contactId }) => wanted.has(contactId)));
    },
  };
}

/** Giving contacts an account, and changing one. */
export function accountMethods(desk: MemoryDesk): Pick<PortalAdmin, 'createPortalUser' | 'changePortalUser'> {
  const { store } = desk;
  return {
    async createPortalUser(companyId, draft) {
      await desk.write('createPortalUser', 'portalUsers');
      checkDraft(store.data, store.company(companyId), draft);
      const portalUser = store.addPortalUser(companyId, draft);
      desk.listeners.tell({ kind: 'portal-user', companyId, contactId: draft.contactId });
      return structuredClone(portalUser);
    },

    async changePortalUser(companyId, portalUserId, change, expected) {
      await desk.write('changePortalUser', 'portalUsers');
      const company = store.company(companyId);
      const { row, portalUser: before } = store.portalUser(companyId, portalUserId);
      refuseChangedMeanwhile(before, change, expected);
      if (hasAlready(before, change)) return structuredClone({ before, after: before });
      const after = changedPortalUser(store.data, company, row, before, change);
      store.putPortalUser(companyId, after);
      desk.listeners.tell({ kind: 'portal-user', companyId, contactId: after.contactId });
      return structuredClone({ before, after });
    },
  };
}

import type { Contact, PortalUser } from '../../model/index.js';
import type { PortalEvent } from '../shared/index.js';

export interface PortalUserChanged {
  readonly companyId: number;
  readonly contactId: number;
  /** The account as it is now. */
  readonly portalUser: PortalUser;
}

export interface ContactAdded {
  readonly companyId: number;
  readonly contact: Contact;
}

/** A contact by its ids; whoever knows more of it says more. */
export type EditedContact = Pick<Contact, 'id' | 'companyId'> & Partial<Contact>;

declare global {
  interface HTMLElementEventMap {
    /** A contact's account was activated, changed or deactivated here. */
    'portal-user-changed': PortalEvent<PortalUserChanged>;
    /** A contact was added here. */
    'portal-contact-added': PortalEvent<ContactAdded>;
    /** The admin wants to edit the contact. Cancelable: whoever opens a page for it calls `preventDefault()`. */
    'portal-edit-contact': PortalEvent<{ readonly contact: EditedContact }>;
  }
}

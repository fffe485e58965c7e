import type { Contact, PortalUser } from '../../model/index.js';
import type { PortalEvent } from '../shared/index.js';

export interface PortalUserChanged {
  readonly companyId: number;
  readonly contactId: number;
  /** The account as it is now. */
  readonly portalUser: PortalUser;
}

declare global {
  interface HTMLElementEventMap {
    /** A contact's account was activated, changed or deactivated here. */
    'portal-user-changed': PortalEvent<PortalUserChanged>;
    /** The admin wants to edit the contact. Cancelable: whoever opens a page for it calls `preventDefault()`. */
    'portal-edit-contact': PortalEvent<{ readonly contact: Contact }>;
  }
}

import type { ConnectionDraft, ConnectionSummary } from '../../channel/index.js';
import type { PortalEvent } from '../../components/shared/index.js';

declare global {
  interface HTMLElementEventMap {
    /** The form was filled in and shall become the connection. */
    'portal-connection-save': PortalEvent<ConnectionDraft>;
    /** Shall be tried out by a real call; nothing is kept. */
    'portal-connection-test': PortalEvent<ConnectionDraft>;
    /** The form shall close without saving. */
    'portal-connection-cancel': PortalEvent<undefined>;
    'portal-connection-edit': PortalEvent<ConnectionSummary>;
    /** Shall be the one that its PSA's pages use. */
    'portal-connection-activate': PortalEvent<ConnectionSummary>;
    /** The browser shall be asked for access to its addresses. */
    'portal-connection-allow': PortalEvent<ConnectionSummary>;
    /** Confirmed by the user. */
    'portal-connection-forget': PortalEvent<ConnectionSummary>;
    'portal-sign-in': PortalEvent<ConnectionSummary>;
    'portal-sign-in-cancel': PortalEvent<undefined>;
    'portal-sign-out': PortalEvent<ConnectionSummary>;
    /** The vault was made, opened, closed or wiped. */
    'portal-vault-changed': PortalEvent<undefined>;
  }
}

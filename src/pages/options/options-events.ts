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
    /** Confirmed by the user. */
    'portal-connection-forget': PortalEvent<ConnectionSummary>;
  }
}

import type { PortalEvent } from '../shared/index.js';

/** The detail of `portal-dirty-changed`. */
export interface DirtyChangedDetail {
  readonly companyId: number | undefined;
  readonly isDirty: boolean;
  /** How many settings differ from what was read. */
  readonly changes: number;
}

declare global {
  interface HTMLElementEventMap {
    'portal-dirty-changed': PortalEvent<DirtyChangedDetail>;
  }
}

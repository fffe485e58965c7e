import type { PortalChange } from '../../contract/index.js';
import { withTaskfireLevel, type CompanyFacts } from './company-facts.js';
import type { ContactRows } from './contact-rows.js';

/** The list that follows what changes elsewhere. */
export interface Follower {
  readonly companyId: number;
  readonly rows: ContactRows;
  readonly facts: CompanyFacts | undefined;
  /** Whether a change of this contact is under way here: its answer tells the same, and sooner. */
  readonly isBusy: (contactId: number) => boolean;
  readonly load: () => void;
  readonly loadFacts: () => void;
}

/** Reads again what a change concerns, and nothing for another company's. */
export function followChange(change: PortalChange, follower: Follower): void {
  const { companyId, rows, facts, isBusy, load, loadFacts } = follower;
  if (change.kind === 'connection') load();
  if (!('companyId' in change) || change.companyId !== companyId) return;
  switch (change.kind) {
    case 'contacts':
      void rows.refreshPage(change.cursor);
      break;
    case 'contact':
      void rows.readNewest().catch(() => undefined);
      break;
    case 'taskfire':
      // Other levels can be given by now (T5), and whoever had a Taskfire level may have been moved to another (T3).
      for (const contactId of withTaskfireLevel(facts?.options, rows.list.all)) rows.refresh(contactId);
      loadFacts();
      break;
    case 'portal-user':
      if (!isBusy(change.contactId)) rows.refresh(change.contactId);
      break;
    case 'logos':
    case 'settings':
    // Nothing of these is shown here.
  }
}

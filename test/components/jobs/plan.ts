import type { JobDraft } from '../../../src/contract/index.js';
import type { ContactRow, PlannedStep } from '../../../src/model/index.js';
import { COMPANY } from './backend.js';

/** Everybody without an account gets one; accounts are switched the other way round; inactive people are refused. */
export function planFor(rows: readonly ContactRow[]): JobDraft {
  return {
    id: crypto.randomUUID(),
    companyId: COMPANY,
    companyName: 'Oberdorf Dairy',
    kind: 'change',
    steps: rows.map(stepFor),
  };
}

function stepFor({ contact, portalUser }: ContactRow): PlannedStep {
  const who = { contactId: contact.id, contactName: contact.lastName };
  if (!contact.isActive) return { action: 'refused', ...who, reason: 'contact-inactive' };
  if (portalUser !== null)
    return { action: 'change', ...who, before: portalUser, change: { isActive: !portalUser.isActive } };
  const values = { isActive: true, securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2 };
  const userName = `user-${String(contact.id)}@oberdorf.example`;
  return { action: 'create', ...who, account: { contactId: contact.id, userName, ...values } };
}

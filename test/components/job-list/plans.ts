import { demoData, manyContacts, type MemoryData } from '../../../src/clients/memory/index.js';
import type { JobDraft } from '../../../src/contract/index.js';
import { portalStatus, sortName, type ContactRow, type PlannedStep } from '../../../src/model/index.js';

export const DAIRY = 174;

/** The demo data with so many contacts at the dairy. */
export function withContacts(count: number): MemoryData {
  const seed = demoData();
  const rows = manyContacts(count);
  return {
    ...seed,
    companies: seed.companies.map((one) => (one.company.id === DAIRY ? { ...one, rows } : one)),
  };
}

function activation({ contact, portalUser }: ContactRow): PlannedStep {
  const who = { contactId: contact.id, contactName: sortName(contact) };
  if (!contact.isActive) return { action: 'refused', ...who, reason: 'contact-inactive' };
  if (contact.email === null) return { action: 'refused', ...who, reason: 'email-missing' };
  if (portalUser !== null)
    return { action: 'change', ...who, before: portalUser, change: { isActive: true } };
  const account = { contactId: contact.id, userName: contact.email, isActive: true, securityLevel: 1 };
  return {
    action: 'create',
    ...who,
    account: { ...account, dateFormat: 15, timeFormat: 3, numberFormat: 2 },
  };
}

/** The plan to activate everybody at the dairy who cannot sign in yet. */
export function activateAll(data: MemoryData): JobDraft {
  const dairy = data.companies.find(({ company }) => company.id === DAIRY);
  const rows = dairy?.rows ?? [];
  return {
    id: crypto.randomUUID(),
    companyId: DAIRY,
    companyName: dairy?.company.name ?? '',
    kind: 'activate',
    steps: rows.filter((row) => portalStatus(row) !== 'active').map(activation),
  };
}

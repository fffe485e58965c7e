import fc from 'fast-check';
import {
  defaultSettings,
  type CompanySettings,
  type ContactRow,
  type PortalUserDraft,
} from '../../src/model/index.js';

const id = fc.nat({ max: 50 });

/** Any settings that a backend could hold, sensible or not. */
export const anySettings: fc.Arbitrary<CompanySettings> = fc.record({
  portalEnabled: fc.boolean(),
  resourceNames: fc.constantFrom('name', 'neutral', 'hidden'),
  workedTime: fc.constantFrom('none', 'billed', 'worked'),
  notifications: fc.boolean(),
  knowledgeBase: fc.boolean(),
  documents: fc.boolean(),
  ticketDueDates: fc.boolean(),
  timeZone: fc.constantFrom(null, 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
  quickTicket: fc.oneof(
    fc.constant({ mode: 'global' as const }),
    fc.constant({ mode: 'disabled' as const }),
    fc.record({
      mode: fc.constant('custom' as const),
      requestTypeId: id,
      priority: id,
      queueId: id,
      titleEditable: fc.boolean(),
    }),
  ),
  relatedTickets: fc.constantFrom('no', 'taskfire', 'taskfire-and-portal'),
  twoFactor: fc.constantFrom('global', 'off', 'taskfire', 'all'),
  requestTypes: fc.oneof(
    fc.constant({ mode: 'all' as const }),
    fc.record({ mode: fc.constant('custom' as const), ids: fc.array(id, { maxLength: 5 }) }),
  ),
  earlyAccess: fc.boolean(),
  preventLegacyPortal: fc.boolean(),
  firstExperience: fc.constantFrom('legacy', 'early-access'),
});

/** Settings that differ from the defaults in the named keys. */
export function settings(change: Partial<CompanySettings> = {}): CompanySettings {
  return { ...defaultSettings, ...change };
}

/** A contact's row; without an account unless one is given. */
export function contactRow(
  change: { contact?: Partial<ContactRow['contact']>; user?: Partial<PortalUserDraft> } = {},
): ContactRow {
  const contact = {
    id: 1,
    companyId: 0,
    firstName: 'Mareike',
    lastName: 'Adler',
    email: 'm.adler@nordlicht.example',
    phone: null,
    title: null,
    isActive: true,
    ...change.contact,
  };
  const account = {
    id: 9,
    contactId: contact.id,
    userName: 'm.adler',
    isActive: true,
    securityLevel: 1,
    dateFormat: 1,
    timeFormat: 1,
    numberFormat: 1,
  };
  return { contact, portalUser: change.user === undefined ? null : { ...account, ...change.user } };
}

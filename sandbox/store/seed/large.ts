import type { Statement } from '../database.js';
import { companyStatements } from './companies.js';
import { insertStatements } from './insert.js';
import { contactColumns, person, portalUserColumns } from './people.js';

const COMPANY = 500;
const CONTACTS = 100_000;
const FIRST_CONTACT = 1_000_001;
const FIRST_USER = 2_000_001;
/** Each fifth contact has an account: 20,000. */
const USER_EVERY = 5;

/** One company that is larger than any real one, beside the demo data. */
export function largeStatements(): Statement[] {
  const numbers = Array.from({ length: CONTACTS }, (_, index) => index);
  const mail = (number: number): string => `${person(1000 + number).mailbox}@grosswerft.example`;
  return [
    ...companyStatements([
      { id: COMPANY, name: 'Großwerft Ostsee SE', country: 'DE', city: 'Rostock', subdomain: 'grosswerft' },
    ]),
    ...insertStatements(
      'contacts',
      numbers.map((number) =>
        contactColumns(FIRST_CONTACT + number, COMPANY, person(1000 + number), {
          emailAddress: number % 50 === 7 ? null : mail(number),
          phone: `+49 381 ${(100_000 + number).toString()}`,
          isActive: number % 40 !== 39,
          primaryContact: number === 0,
        }),
      ),
    ),
    ...insertStatements(
      'portal_users',
      numbers
        .filter((number) => number % USER_EVERY === 0)
        .map((number, index) =>
          portalUserColumns(FIRST_USER + index, FIRST_CONTACT + number, mail(number), {
            securityLevel: 1 + (index % 3),
            isActive: index % 10 !== 9,
            formats: 'german',
          }),
        ),
    ),
  ];
}

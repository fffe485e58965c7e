import * as v from 'valibot';
import { IdSchema } from './ids.js';

/** A person at a company. Empty fields of the PSA are `null`. */
export const ContactSchema = v.object({
  id: IdSchema,
  companyId: IdSchema,
  firstName: v.string(),
  lastName: v.string(),
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  title: v.nullable(v.string()),
  isActive: v.boolean(),
});
export type Contact = v.InferOutput<typeof ContactSchema>;

/** A contact's portal account. The four numbers are values of the lists in `PortalUserOptions`. */
export const PortalUserSchema = v.object({
  id: IdSchema,
  contactId: IdSchema,
  userName: v.string(),
  isActive: v.boolean(),
  securityLevel: IdSchema,
  dateFormat: IdSchema,
  timeFormat: IdSchema,
  numberFormat: IdSchema,
});
export type PortalUser = v.InferOutput<typeof PortalUserSchema>;

/** One line of the contact grid: there is no portal field on a contact, only an account that points to it. */
export const ContactRowSchema = v.object({
  contact: ContactSchema,
  portalUser: v.nullable(PortalUserSchema),
});
export type ContactRow = v.InferOutput<typeof ContactRowSchema>;

export type PortalStatus = 'active' | 'inactive' | 'none';

/** Whether a contact can log in, once could, or never had an account. */
export function portalStatus(row: ContactRow): PortalStatus {
  if (row.portalUser === null) return 'none';
  return row.portalUser.isActive ? 'active' : 'inactive';
}

/** "Adler, Mareike": the order in which the PSA's own lists show names. */
export function sortName(contact: Pick<Contact, 'firstName' | 'lastName'>): string {
  const { lastName, firstName } = contact;
  return lastName === '' || firstName === '' ? lastName + firstName : `${lastName}, ${firstName}`;
}

/** U6: at least one active contact needs an active account before anyone of the company can log in. */
export function canAnyoneLogIn(rows: readonly ContactRow[]): boolean {
  return rows.some((row) => row.contact.isActive && portalStatus(row) === 'active');
}

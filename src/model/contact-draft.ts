import * as v from 'valibot';
import type { Contact } from './contact.js';

/** A new contact, which is active. Empty fields are `null`. */
export const ContactDraftSchema = v.strictObject({
  firstName: v.string(),
  lastName: v.string(),
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  title: v.nullable(v.string()),
});
export type ContactDraft = v.InferOutput<typeof ContactDraftSchema>;
export type ContactField = keyof ContactDraft;

export const contactFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'title',
] as const satisfies readonly ContactField[];

/** Vendor REST help, Contacts: how many characters each field takes. */
export const CONTACT_MAX_LENGTHS: Readonly<Record<ContactField, number>> = {
  firstName: 50,
  lastName: 50,
  email: 254,
  phone: 25,
  title: 50,
};

export type ContactProblem = 'required' | 'too-long' | 'email-malformed';

/** Something before the `@`, and a domain with a dot behind it: whatever else is an address, only its server knows. */
const address = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** Without blanks around the values; what is left empty is `null`. */
export function tidyContact(draft: ContactDraft): ContactDraft {
  const orNull = (text: string | null): string | null => (text?.trim() ?? '') || null;
  return {
    firstName: draft.firstName.trim(),
    lastName: draft.lastName.trim(),
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    title: orNull(draft.title),
  };
}

/** Everything that speaks against adding this contact, by field (vendor REST help, Contacts: both names are required). */
export function contactProblems(draft: ContactDraft): { field: ContactField; code: ContactProblem }[] {
  const tidy = tidyContact(draft);
  return contactFields.flatMap((field) => {
    const code = problemOf(field, tidy[field] ?? '');
    return code === undefined ? [] : [{ field, code }];
  });
}

function problemOf(field: ContactField, text: string): ContactProblem | undefined {
  if (text === '') return field === 'firstName' || field === 'lastName' ? 'required' : undefined;
  if (text.length > CONTACT_MAX_LENGTHS[field]) return 'too-long';
  return field === 'email' && !address.test(text) ? 'email-malformed' : undefined;
}

/** Whether a contact is what was drafted, in every field. */
export function isAsDrafted(contact: Contact, draft: ContactDraft): boolean {
  const tidy = tidyContact(draft);
  return contactFields.every((field) => (contact[field] ?? '') === (tidy[field] ?? ''));
}

import type { FieldProblem } from '../../contract/index.js';

/** The vendor's names of what we send, in our words; the others are the same on both sides. */
const ourNames: Readonly<Record<string, string>> = {
  contactID: 'contactId',
  isClientPortalActive: 'isActive',
  emailAddress: 'email',
};

interface Pattern {
  readonly text: RegExp;
  /** Our field; undefined = the first group names the vendor's field. */
  readonly field?: string;
  readonly code: string;
}

/**
 * The vendor answers with sentences, not codes. Only two of them are documented by others (missing field, broken
 * reference); the rest is recognised by the field's name and the sense, and what is not recognised stays a quotation.
 */
const patterns: readonly Pattern[] = [
  { text: /Missing Required Field: (\w+)/i, code: 'required' },
  // The client has checked before that the contact exists, so only an inactive one is left.
  { text: /Reference value on field: contactID\b/i, field: 'contactId', code: 'contact-inactive' },
  { text: /Reference value on field: (\w+)/i, code: 'reference-unknown' },
  { text: /already exists.*\bcontactID\b/i, field: 'contactId', code: 'contact-has-portal-user' },
  {
    text: /\buserName\b.*(?:unique|already|in use|taken|duplicate)/i,
    field: 'userName',
    code: 'user-name-taken',
  },
  { text: /\bfield: (\w+)\b.*\b(?:longer|exceeds?|maximum length)\b/i, code: 'too-long' },
  { text: /\buserName\b/i, field: 'userName', code: 'user-name-characters' },
  { text: /\bpassword\b/i, field: 'password', code: 'password-characters' },
  { text: /picklist value on field: securityLevel/i, field: 'securityLevel', code: 'level-unknown' },
  { text: /picklist value on field: (\w+)/i, code: 'option-unknown' },
  { text: /\bsecurityLevel\b.*\btaskfire\b/i, field: 'securityLevel', code: 'level-needs-taskfire' },
];

/** One of the vendor's sentences about a refused write, led to the field that it speaks of where it can be told. */
export function fieldProblem(text: string): FieldProblem {
  for (const pattern of patterns) {
    const match = pattern.text.exec(text);
    if (match === null) continue;
    const vendorName = match[1] ?? '';
    return { path: [pattern.field ?? ourNames[vendorName] ?? vendorName], code: pattern.code, detail: text };
  }
  return { path: [], code: 'refused', detail: text };
}

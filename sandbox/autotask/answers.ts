import type { RefusalCode } from '../store/refusal.js';

/**
 * A request that the vendor would not carry out. Business and validation errors come with status 500 and a list of
 * texts (verified by others against live tenants); only credentials, permissions and limits have statuses of their own.
 */
export class VendorError extends Error {
  constructor(
    readonly text: string,
    readonly status: 401 | 403 | 429 | 500 = 500,
  ) {
    super(text);
    this.name = 'VendorError';
  }
}

/** The body of an error answer. */
export function errorBody(text: string): { errors: string[] } {
  return { errors: [text] };
}

/** The vendor's server answers an unknown path like any ASP.NET service. */
export function notFoundBody(url: string): { Message: string } {
  return { Message: `No HTTP resource was found that matches the request URI '${url}'.` };
}

export function methodNotAllowedBody(method: string): { Message: string } {
  return { Message: `The requested resource does not support http method '${method}'.` };
}

/** The text on a broken reference is the vendor's (public clients recognise it); the others follow its manner. */
const refusalTexts: Readonly<Record<RefusalCode, string>> = {
  'company-unknown': invalidReference('companyID', 'Company'),
  'parent-invalid': invalidReference('parentCompanyID', 'Company'),
  'country-unknown': invalidReference('countryID', 'Country'),
  'company-type-locked-by-taskfire':
    'companyType cannot be updated while TaskFire is active for this company.',
  'contact-unknown': 'No matching records found for the given id.',
  'contact-invalid': invalidReference('contactID', 'Contact'),
  'contact-has-taskfire-user': 'The Contact cannot be deleted because it is a TaskFire user.',
  'portal-user-unknown': 'No matching records found for the given id.',
  'portal-user-exists': 'A ClientPortalUser already exists for the specified contactID.',
  'user-name-taken': 'userName must be unique.',
  'user-name-invalid': 'userName is empty, too long or contains characters that are not allowed.',
  'password-invalid':
    'password must have 5 to 50 printable characters without spaces and single quotation marks.',
  'level-unknown': invalidPicklistValue('securityLevel'),
  'level-needs-taskfire':
    'The securityLevel is a TaskFire level, but the company of the contact has no access to TaskFire.',
};

export function refusalText(code: RefusalCode): string {
  return refusalTexts[code];
}

export function invalidReference(field: string, type: string): string {
  return `Reference value on field: ${field} of type: ${type} does not exist or is invalid.`;
}

export function invalidPicklistValue(field: string): string {
  return `PickList value on field: ${field} does not exist or is invalid.`;
}

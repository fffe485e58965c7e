import { passwordProblem, userNameProblem, type PortalUserDraft } from '../../src/model/index.js';
import { formats } from '../store/formats.js';
import type { RefusalCode } from '../store/refusal.js';
import type { FieldProblem } from './field-problems.js';

/** Formats that are in no pick list. */
export function optionProblems(sent: Partial<PortalUserDraft>): FieldProblem[] {
  const fields = ['dateFormat', 'timeFormat', 'numberFormat'] as const;
  return fields
    .filter(
      (field) => sent[field] !== undefined && !formats[field].some(({ value }) => value === sent[field]),
    )
    .map((field) => ({ path: [field], code: 'option-unknown' }));
}

/** Why the store refuses an account, in the document's words and on the field that was sent. */
export function refusalProblem(refusal: RefusalCode, sent: Partial<PortalUserDraft>): FieldProblem {
  const [field, code] = wording(refusal, sent);
  return { path: [field], code };
}

function wording(
  refusal: RefusalCode,
  { userName = '', password = '' }: Partial<PortalUserDraft>,
): [keyof PortalUserDraft, string] {
  switch (refusal) {
    case 'contact-invalid':
      return ['contactId', 'contact-inactive'];
    case 'portal-user-exists':
      return ['contactId', 'contact-has-portal-user'];
    case 'user-name-invalid':
      return ['userName', userNameProblem(userName) ?? refusal];
    case 'user-name-taken':
      return ['userName', refusal];
    case 'password-invalid':
      return ['password', passwordProblem(password) ?? refusal];
    case 'level-unknown':
    case 'level-needs-taskfire':
      return ['securityLevel', refusal];
    default:
      return ['contactId', refusal];
  }
}

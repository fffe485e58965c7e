import { msg, str } from '@lit/localize';
import type { FieldProblem } from '../../contract/index.js';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, USER_NAME_MAX_LENGTH } from '../../model/index.js';

/** Kept out of the text to translate: the localization tool writes an ampersand there as `&amp;`. */
const USER_NAME_SIGNS = "! # $ % & ' * + - / = ? ^ _ ` { | } ~ . @";

/** A problem of a field as a sentence. What only the backend knows is quoted in its own words. */
export function problemWords({ code, detail }: Pick<FieldProblem, 'code' | 'detail'>): string {
  switch (code) {
    case 'user-name-missing':
      return msg('Enter a user name.');
    case 'user-name-too-long':
      return msg(str`Use at most ${USER_NAME_MAX_LENGTH} characters.`);
    case 'user-name-characters':
      return msg(str`Use only Latin letters without accents, digits, and these signs: ${USER_NAME_SIGNS}`);
    case 'user-name-taken':
      return msg('Somebody else in this PSA has this user name. Choose another one.');
    case 'password-missing':
      return msg('Enter an initial password, or generate one.');
    case 'password-length':
      return msg(str`Use ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters.`);
    case 'password-characters':
      return msg(
        'Use only Latin letters without accents, digits and signs; no spaces and no single quotation marks.',
      );
    case 'level-unknown':
      return msg('This security level cannot be given any more. Choose another one.');
    case 'level-needs-taskfire':
      return msg('This security level needs Taskfire, which is off for this company.');
    case 'contact-inactive':
      return msg('The contact is inactive. Activate the contact in the PSA first.');
    case 'contact-has-portal-user':
      return msg('This contact has a portal login already. Close this and load the list again.');
    case 'changed-meanwhile':
      return msg('Somebody else has changed this meanwhile. Load the list again, then decide anew.');
    case 'option-unknown':
      return msg('The PSA no longer offers this value. Choose another one.');
    default:
      return detail === undefined
        ? msg('The PSA does not accept this value.')
        : msg(str`The PSA says: “${detail}”`);
  }
}

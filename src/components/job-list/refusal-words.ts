import { msg, str } from '@lit/localize';
import type { PlannedStep, RefusalReason } from '../../model/index.js';
import { problemWords } from '../contact-grid/problem-words.js';

type Refused = Pick<Extract<PlannedStep, { action: 'refused' }>, 'reason' | 'value'>;

/** Why nothing becomes of a contact, and what would help, as a sentence or two. */
export function refusalWords({ reason, value }: Refused): string {
  const about = value === undefined ? '' : `${value}: `;
  switch (reason) {
    case 'email-missing':
      return msg('The contact has no e-mail address. Enter one in the PSA first.');
    case 'user-name-missing':
      return msg('The pattern gives no user name: the contact lacks the parts that it asks for.');
    case 'user-name-doubled':
      return msg(
        str`Another contact of this selection gets the user name ${value ?? ''}. Add {number} to the pattern.`,
      );
    case 'user-name-taken':
      return msg(str`Another login in this PSA has the user name ${value ?? ''}.`);
    case 'level-missing':
      return msg('No rule gives this contact a security level.');
    case 'already-active':
      return msg('The login is active already.');
    case 'already-inactive':
      return msg('The login is inactive already.');
    case 'has-already':
      return msg('The login has these values already.');
    case 'account-missing':
      return msg('The contact has no login.');
    case 'csv-contradictory':
      return msg('The file says contradictory things about this contact.');
    default:
      return `${about}${problemWords({ code: reason })}`;
  }
}

/** The reason in a few words, for counts and filters. */
export function shortRefusal(reason: RefusalReason): string {
  switch (reason) {
    case 'contact-inactive':
      return msg('contact inactive');
    case 'email-missing':
      return msg('no e-mail address');
    case 'user-name-missing':
      return msg('no user name');
    case 'user-name-too-long':
      return msg('user name too long');
    case 'user-name-characters':
      return msg('user name with forbidden characters');
    case 'user-name-doubled':
      return msg('user name twice in the selection');
    case 'user-name-taken':
      return msg('user name taken');
    case 'level-missing':
      return msg('no security level');
    case 'level-unknown':
      return msg('security level unknown');
    case 'level-needs-taskfire':
      return msg('security level needs Taskfire');
    case 'option-unknown':
      return msg('format unknown');
    case 'already-active':
      return msg('active already');
    case 'already-inactive':
      return msg('inactive already');
    case 'has-already':
      return msg('nothing to change');
    case 'account-missing':
      return msg('no login');
    case 'csv-contradictory':
      return msg('contradictory in the file');
    case 'changed-meanwhile':
      return msg('changed meanwhile');
  }
}

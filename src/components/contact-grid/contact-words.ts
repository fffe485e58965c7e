import { msg, str } from '@lit/localize';
import type { ContactRow, PortalStatus, SecurityLevel } from '../../model/index.js';
import type { AttentionReason, FormatField, RowRules } from './row-rules.js';

/** Portal status in one or two words. */
export function statusWords(status: PortalStatus): string {
  switch (status) {
    case 'active':
      return msg('Active');
    case 'inactive':
      return msg('Inactive');
    case 'none':
      return msg('No login');
  }
}

/** The name of a row's security level; a level that the PSA does not list shows its number. */
export function levelWords({ portalUser }: ContactRow, { levels }: RowRules): string {
  if (portalUser === null) return '';
  const id = String(portalUser.securityLevel);
  if (levels === undefined) return msg(str`Level ${id}`);
  const level = levels.get(portalUser.securityLevel);
  return level === undefined ? msg(str`Unknown level ${id}`) : levelName(level);
}

/** A level as the PSA names it, and that it is one of Taskfire. */
export function levelName({ kind, name }: SecurityLevel): string {
  return kind === 'taskfire' && !/taskfire/i.test(name) ? `Taskfire ${name}` : name;
}

/** What a format of a row's account is called; a value that the PSA does not list shows its number. */
export function formatWords({ portalUser }: ContactRow, field: FormatField, { formats }: RowRules): string {
  if (portalUser === null) return '';
  return formats?.[field].get(portalUser[field]) ?? String(portalUser[field]);
}

/** The formats by name. */
export function formatLabel(field: FormatField): string {
  switch (field) {
    case 'dateFormat':
      return msg('Date format');
    case 'timeFormat':
      return msg('Time format');
    case 'numberFormat':
      return msg('Number format');
  }
}

/** Why a contact needs a look, in a few words, to filter by. */
export function attentionLabel(reason: AttentionReason): string {
  switch (reason) {
    case 'inactive-with-login':
      return msg('Inactive with a login');
    case 'no-email':
      return msg('No e-mail');
    case 'shared-email':
      return msg('E-mail used twice');
    case 'level-unknown':
      return msg('Unknown level');
    case 'level-needs-taskfire':
      return msg('Level needs Taskfire');
  }
}

/** Why a contact needs a look, as a sentence. */
export function attentionWords(reason: AttentionReason): string {
  switch (reason) {
    case 'inactive-with-login':
      return msg('Inactive contact whose login still works.');
    case 'no-email':
      return msg('No e-mail address to reset the password with.');
    case 'shared-email':
      return msg('Another contact has the same e-mail address.');
    case 'level-unknown':
      return msg('The PSA does not list the security level.');
    case 'level-needs-taskfire':
      return msg('The security level needs Taskfire, which is off.');
  }
}

/** Whether the contact itself is active in the PSA. */
export function activityWords(isActive: boolean): string {
  return isActive ? msg('Active') : msg('Inactive');
}

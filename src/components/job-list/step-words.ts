import { msg, str } from '@lit/localize';
import { PortalError, type JobStep } from '../../contract/index.js';
import type { PlannedStep, PortalUserChange } from '../../model/index.js';
import { problemWords } from '../contact-grid/problem-words.js';
import { describeError } from '../shared/index.js';
import { refusalWords } from './refusal-words.js';

/** What is to become of one contact, in a few words. */
export function plannedWords(planned: PlannedStep): string {
  switch (planned.action) {
    case 'create':
      return msg(str`Create the login ${planned.account.userName}`);
    case 'change':
      return changeWords(planned.change);
    case 'refused':
      return msg('Nothing');
  }
}

function changeWords({ isActive, ...other }: PortalUserChange): string {
  const isOnlyState = Object.keys(other).length === 0;
  if (isOnlyState && isActive !== undefined)
    return isActive ? msg('Activate the login again') : msg('Deactivate the login');
  const fields = Object.keys(other).map(fieldWords).join(', ');
  if (isActive === undefined) return msg(str`Change ${fields}`);
  return isActive
    ? msg(str`Activate the login again, change ${fields}`)
    : msg(str`Deactivate the login, change ${fields}`);
}

/** An account's field by its name; anything else, such as a setting's key, as it is. */
export function fieldWords(field: string): string {
  switch (field) {
    case 'userName':
      return msg('user name');
    case 'isActive':
      return msg('active');
    case 'securityLevel':
      return msg('security level');
    case 'dateFormat':
      return msg('date format');
    case 'timeFormat':
      return msg('time format');
    case 'numberFormat':
      return msg('number format');
    case 'contact':
      return msg('contact');
    case 'account':
      return msg('login');
    case 'taskfire':
      return 'Taskfire';
    case 'taskfireBilling':
      return msg('Taskfire billing');
    case 'contract':
      return msg('contract');
    case 'service':
      return msg('service');
    case 'loginLogo':
      return msg('logo of the login page');
    case 'headerLogo':
      return msg('logo of the portal header');
    default:
      return field;
  }
}

/** What has come of it, in a word. */
export function outcomeWords(state: JobStep['state']): string {
  switch (state) {
    case 'planned':
      return msg('To do');
    case 'running':
      return msg('Under way');
    case 'done':
      return msg('Done');
    case 'failed':
      return msg('Failed');
    case 'refused':
      return msg('Refused');
    case 'cancelled':
      return msg('Not done');
  }
}

/** Why it was refused or failed; empty where there is nothing to explain. */
export function reasonWords({ planned, error }: JobStep): string {
  if (planned.action === 'refused') return refusalWords(planned);
  if (error === null) return '';
  if (error.code === 'validation' && error.problems.length > 0)
    return [...new Set(error.problems.map(problemWords))].join(' ');
  const { what, why } = describeError(new PortalError(error));
  return error.detail === undefined
    ? `${what} ${why}`
    : `${what} ${msg(str`The PSA says: “${error.detail}”`)}`;
}

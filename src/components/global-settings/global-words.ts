import { msg, str } from '@lit/localize';
import { portalLocale } from '../../locales/localization.js';
import type { Followers, GlobalKey, GlobalSettings, Some } from '../../model/index.js';
import { quickTicketValuesInWords } from '../settings-form/index.js';
import type { GlobalForm, GlobalView } from './global-view.js';

/** Each global setting as it is called, in the order of the page. */
export function globalLabels(): readonly { readonly key: GlobalKey; readonly label: string }[] {
  return [
    { key: 'twoFactor', label: msg('Two-factor authentication') },
    { key: 'quickTicket', label: msg('Quick ticket') },
    { key: 'ticketsFrom', label: msg('Tickets shown') },
  ];
}

export function globalLabel(key: GlobalKey): string {
  return globalLabels().find((one) => one.key === key)?.label ?? key;
}

/** The same words as in its control. */
export function globalInWords(key: GlobalKey, settings: Some<GlobalForm>, view: GlobalView): string {
  switch (key) {
    case 'twoFactor':
      return settings.twoFactor === undefined ? msg('Unknown') : policyLabel(settings.twoFactor);
    case 'quickTicket':
      return settings.quickTicket === null || settings.quickTicket === undefined
        ? msg('No quick ticket')
        : quickTicketValuesInWords(settings.quickTicket, view);
    case 'ticketsFrom':
      return settings.ticketsFrom === null || settings.ticketsFrom === undefined
        ? msg('All tickets')
        : msg(str`From ${dayInWords(settings.ticketsFrom)}`);
  }
}

export function policyLabel(policy: GlobalSettings['twoFactor']): string {
  switch (policy) {
    case 'off':
      return msg('Not required');
    case 'taskfire':
      return msg('Required for Taskfire users');
    case 'all':
      return msg('Required for all users');
  }
}

/** "31 Oct 2026". A day has no zone, so that none may move it. */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat(portalLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

const number = (value: number): string => new Intl.NumberFormat(portalLocale()).format(value);

/** How many companies a change of this setting reaches. No company has a day of its own from which tickets are shown. */
export function reachOf(key: GlobalKey, followers: Followers): number {
  return key === 'ticketsFrom' ? followers.companies : followers[key];
}

/** "94 of 120 companies follow; 26 go their own way." */
export function followInWords(count: number, { companies }: Followers): string {
  if (count === companies) return msg(str`All ${number(companies)} companies follow.`);
  if (count === 0) return msg(str`None of ${number(companies)} companies follows.`);
  return msg(str`${number(count)} of ${number(companies)} companies follow.`);
}

/** Before saving: for how many companies this changes something. */
export function changesForInWords(count: number): string {
  if (count === 0) return msg('Changes nothing for any company: none follows.');
  return count === 1 ? msg('Changes for 1 company.') : msg(str`Changes for ${number(count)} companies.`);
}

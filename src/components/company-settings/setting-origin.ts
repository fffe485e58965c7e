import { msg, str } from '@lit/localize';
import {
  effectiveQuickTicket,
  effectiveTimeZone,
  type Origin,
  type ProviderDefaults,
  type SomeSettings,
} from '../../model/index.js';
import { rulesContext, type CompanyView } from './company-view.js';
import { quickTicketValuesInWords } from '../settings-form/index.js';
import { defaultZoneInWords } from './setting-values.js';

/** Where an inheritable setting's value comes from, and the way back to the inherited one. */
export interface SettingOrigin {
  /** The inherited value and its source, or that the value is the company's own. */
  readonly text: string;
  /** What gives the company's own value up; absent where it is inherited already. */
  readonly wayBack?: { readonly label: string; readonly change: SomeSettings };
}

/** D2, for the three settings that can be inherited; undefined for the others. */
export function settingOrigin(
  key: keyof SomeSettings,
  settings: SomeSettings,
  view: CompanyView,
): SettingOrigin | undefined {
  switch (key) {
    case 'timeZone':
      return timeZoneOrigin(settings, view);
    case 'twoFactor':
      return twoFactorOrigin(settings, view);
    case 'quickTicket':
      return quickTicketOrigin(settings, view);
    default:
      return undefined;
  }
}

function timeZoneOrigin({ timeZone }: SomeSettings, view: CompanyView): SettingOrigin | undefined {
  if (timeZone === undefined) return undefined;
  const { company, provider } = view;
  const isKnown = company !== undefined && provider !== undefined;
  if (timeZone === null)
    return {
      text: isKnown ? originOfDefault(effectiveTimeZone(null, company, provider).origin) : msg('Default'),
    };
  return {
    text: msg('Set for this company.'),
    wayBack: { label: msg(str`Use ${defaultZoneInWords(view)}`), change: { timeZone: null } },
  };
}

function originOfDefault(origin: Origin): string {
  return origin === 'company-address'
    ? msg('Default, from the company’s address.')
    : msg('Default, from your headquarters.');
}

function twoFactorOrigin({ twoFactor }: SomeSettings, { provider }: CompanyView): SettingOrigin | undefined {
  if (twoFactor === undefined) return undefined;
  const policy = provider === undefined ? msg('unknown') : policyInWords(provider.twoFactor);
  if (twoFactor === 'global') return { text: msg(str`Global policy: ${policy}.`) };
  return {
    text: msg('Set for this company.'),
    wayBack: { label: msg(str`Use global (${policy})`), change: { twoFactor: 'global' } },
  };
}

function policyInWords(policy: ProviderDefaults['twoFactor']): string {
  switch (policy) {
    case 'off':
      return msg('not required');
    case 'taskfire':
      return msg('required for Taskfire users');
    case 'all':
      return msg('required for all users');
  }
}

function quickTicketOrigin({ quickTicket }: SomeSettings, view: CompanyView): SettingOrigin | undefined {
  if (quickTicket === undefined) return undefined;
  if (quickTicket.mode === 'global') return { text: globalQuickTicketInWords(view) };
  return {
    text: msg('Set for this company.'),
    wayBack: { label: msg('Use global settings'), change: { quickTicket: { mode: 'global' } } },
  };
}

function globalQuickTicketInWords(view: CompanyView): string {
  const { isTaskfireActive } = rulesContext(view);
  if (isTaskfireActive) return msg('Global quick tickets are for companies without Taskfire: there is none.');
  if (view.provider === undefined) return msg('The global values are unknown.');
  const { value } = effectiveQuickTicket({ mode: 'global' }, view.provider, isTaskfireActive);
  return value === null
    ? msg('Global: no quick ticket.')
    : msg(str`Global: ${quickTicketValuesInWords(value, view.requestTypes)}.`);
}

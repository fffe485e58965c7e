import { msg, str } from '@lit/localize';
import {
  effectiveQuickTicket,
  effectiveTimeZone,
  type Origin,
  type ProviderDefaults,
  type SomeSettings,
  type ZoneAddress,
} from '../../model/index.js';
import { rulesContext, type CompanyView } from './company-view.js';
import { quickTicketValuesInWords } from '../settings-form/index.js';
import type { GlobalPlace } from './settings-page.js';

/** Where an inheritable setting's value comes from, and the way back to the inherited one. */
export interface SettingOrigin {
  /** The inherited value and its source, or that the value is the company's own. */
  readonly text: string;
  /** What gives the company's own value up; absent where it is inherited already. */
  readonly wayBack?: { readonly label: string; readonly change: SomeSettings };
  /** The global value behind it: what to change for all companies. */
  readonly global?: GlobalPlace;
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
  if (company === undefined || provider === undefined)
    return timeZone === null
      ? { text: msg('Default') }
      : { text: msg('Set for this company.'), wayBack: backToDefault() };
  const { value, origin } = effectiveTimeZone(null, company, provider);
  const global = origin === 'headquarters' ? ({ global: 'headquartersTimeZone' } as const) : {};
  if (timeZone === null) return { text: originOfDefault(origin, company), ...global };
  return {
    text: msg(str`Set for this company. The default is ${value}, ${reasonOfDefault(origin, company)}.`),
    wayBack: backToDefault(),
    ...global,
  };
}

function backToDefault(): NonNullable<SettingOrigin['wayBack']> {
  return { label: msg('Back to the default'), change: { timeZone: null } };
}

function originOfDefault(origin: Origin, company: ZoneAddress): string {
  return msg(str`Default, ${reasonOfDefault(origin, company)}.`);
}

/** S8: why the default is what it is. */
function reasonOfDefault(origin: Origin, { country, region }: ZoneAddress): string {
  if (origin !== 'company-address')
    return msg('from your headquarters, since the company’s address gives none');
  return msg(str`from the company’s address (${[region, country].filter(Boolean).join(', ')})`);
}

function twoFactorOrigin({ twoFactor }: SomeSettings, { provider }: CompanyView): SettingOrigin | undefined {
  if (twoFactor === undefined) return undefined;
  const policy = provider === undefined ? msg('unknown') : policyInWords(provider.twoFactor);
  if (twoFactor === 'global') return { text: msg(str`Global policy: ${policy}.`), global: 'twoFactor' };
  return {
    text: msg('Set for this company.'),
    wayBack: { label: msg(str`Use global (${policy})`), change: { twoFactor: 'global' } },
    global: 'twoFactor',
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
  if (quickTicket.mode === 'global') return { text: globalQuickTicketInWords(view), global: 'quickTicket' };
  const { text, change } = {
    text: globalQuickTicketInWords(view),
    change: { quickTicket: { mode: 'global' } },
  } as const;
  return {
    text: `${msg('Set for this company.')} ${text}`,
    wayBack: { label: msg('Use global settings'), change },
    global: 'quickTicket',
  };
}

function globalQuickTicketInWords(view: CompanyView): string {
  const { isTaskfireActive } = rulesContext(view);
  if (isTaskfireActive) return msg('Global quick tickets are for companies without Taskfire: there is none.');
  if (view.provider === undefined) return msg('The global values are unknown.');
  const { value } = effectiveQuickTicket({ mode: 'global' }, view.provider, isTaskfireActive);
  return value === null
    ? msg('Global: no quick ticket.')
    : msg(str`Global: ${quickTicketValuesInWords(value, view)}.`);
}

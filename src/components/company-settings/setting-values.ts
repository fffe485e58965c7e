import { msg, str } from '@lit/localize';
import { portalLocale } from '../../locales/localization.js';
import {
  effectiveTimeZone,
  isSameSetting,
  type QuickTicket,
  type RequestTypeChoice,
  type SomeSettings,
} from '../../model/index.js';
import { quickTicketValuesInWords } from '../settings-form/index.js';
import type { CompanyView } from './company-view.js';
import type { SettingField } from './setting-fields.js';

/** A setting's value in words, for example "Billed hours only". The same words as in its control. */
export function valueInWords(field: SettingField, settings: SomeSettings, view: CompanyView): string {
  if (settings[field.key] === undefined) return msg('Unknown');
  switch (field.control) {
    case 'time-zone':
      return timeZoneInWords(settings.timeZone, view);
    case 'quick-ticket':
      return quickTicketInWords(settings.quickTicket, view);
    case 'request-types':
      return requestTypesInWords(settings.requestTypes, view);
    default:
      return (
        field.choices.find(({ change }) => isSameSetting(change[field.key], settings[field.key]))?.label ??
        msg('Unknown')
      );
  }
}

function timeZoneInWords(timeZone: string | null | undefined, view: CompanyView): string {
  return timeZone ?? defaultZoneInWords(view);
}

/** "Default (Europe/Berlin)", or only "Default" where the backend cannot tell what it leads to. */
export function defaultZoneInWords({ company, provider }: CompanyView): string {
  if (company === undefined || provider === undefined) return msg('Default');
  return msg(str`Default (${effectiveTimeZone(null, company, provider).value})`);
}

export function quickTicketModeInWords(mode: QuickTicket['mode']): string {
  switch (mode) {
    case 'global':
      return msg('Global settings');
    case 'disabled':
      return msg('Disabled');
    case 'custom':
      return msg('Own values');
  }
}

function quickTicketInWords(quickTicket: QuickTicket | undefined, view: CompanyView): string {
  if (quickTicket === undefined) return msg('Unknown');
  const mode = quickTicketModeInWords(quickTicket.mode);
  return quickTicket.mode === 'custom' ? `${mode} (${quickTicketValuesInWords(quickTicket, view)})` : mode;
}

function requestTypesInWords(choice: RequestTypeChoice | undefined, { requestTypes }: CompanyView): string {
  if (choice === undefined) return msg('Unknown');
  if (choice.mode === 'all') return msg('All active types');
  if (choice.ids.length === 0) return msg('None');
  const names = choice.ids.map((id) => requestTypes?.find((type) => type.id === id)?.name ?? `#${id}`);
  return new Intl.ListFormat(portalLocale(), { type: 'unit', style: 'short' }).format(names);
}

import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { portalLocale } from '../../locales/localization.js';
import { effectiveTimeZone } from '../../model/index.js';
import { optionTemplate, selectControl, type SelectOption } from '../settings-form/index.js';
import type { CompanyView } from './company-view.js';
import type { ControlContext, SettingsPage } from './settings-page.js';
import { defaultZoneInWords } from './setting-values.js';

/** Zone offsets cost about 0.1 ms each to find out and there are some 430, so each is asked for once a page. */
const offsets = new Map<string, string>();

/** The default first, then the PSA's zones by continent: in the open list typing "Ber" finds Berlin. */
export function timeZoneControl(context: ControlContext): TemplateResult {
  const { id, page } = context;
  const now = page.draft.current.timeZone ?? null;
  const zones = zoneNames(page.view, now);
  const options = [null, ...zones].map((zone) => zoneOption(zone, now, page));
  const content = guard([id, now, page.view, portalLocale()], () => groups(options));
  return selectControl(context, options, content);
}

/** The zones that the PSA offers, and the one that is set even if it is not among them. */
function zoneNames({ timeZones = [] }: CompanyView, now: string | null): readonly string[] {
  const isListed = now === null || timeZones.includes(now);
  return [...timeZones, ...(isListed ? [] : [now])].sort((one, other) => one.localeCompare(other, 'en'));
}

function zoneOption(zone: string | null, now: string | null, { view, edit }: SettingsPage): SelectOption {
  return {
    value: zone ?? '',
    label: zone === null ? defaultZoneInWords(view) : zoneLabel(zone),
    choose: () => edit({ timeZone: zone }),
    isSelected: zone === now,
  };
}

function groups([first, ...zones]: readonly SelectOption[]): TemplateResult {
  const continents = [...new Set(zones.map(({ value }) => continentOf(value)))];
  return html`${first === undefined ? nothing : optionTemplate(first)}
  ${continents.map(
    (continent) =>
      html`<optgroup label=${continent === '' ? msg('Other') : continent}>
        ${zones.filter(({ value }) => continentOf(value) === continent).map(optionTemplate)}
      </optgroup>`,
  )}`;
}

function continentOf(zone: string): string {
  return zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : '';
}

/** "Europe/Berlin" to "Berlin (GMT+1)". */
function zoneLabel(zone: string): string {
  const place = zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
  return `${place} (${offsetOf(zone)})`;
}

function offsetOf(zone: string): string {
  const known = offsets.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  const offset = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
  offsets.set(zone, offset);
  return offset;
}

/** What the clocks show there, for example "14:07"; undefined where the zone in force is not known. */
export function timeThere(timeZone: string | null | undefined, view: CompanyView): string | undefined {
  const { company, provider } = view;
  if (timeZone === undefined) return undefined;
  const zone =
    timeZone ??
    (company === undefined || provider === undefined
      ? undefined
      : effectiveTimeZone(null, company, provider).value);
  return zone === undefined
    ? undefined
    : new Intl.DateTimeFormat(portalLocale(), { timeStyle: 'short', timeZone: zone }).format();
}

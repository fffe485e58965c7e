import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { portalLocale } from '../../locales/localization.js';
import { effectiveTimeZone, foldText } from '../../model/index.js';
import { optionTemplate, selectControl, type SelectOption } from '../settings-form/index.js';
import type { CompanyView } from './company-view.js';
import type { ControlContext, SettingsPage } from './settings-page.js';
import { defaultZoneInWords } from './setting-values.js';

/** Zone offsets cost about 0.1 ms each to find out and there are some 430, so each is asked for once a page. */
const offsets = new Map<string, string>();

/** The default first, then the PSA's zones by continent, as far as they fit what is searched for. */
export function timeZoneControl(context: ControlContext): TemplateResult {
  const { id, page } = context;
  const now = page.draft.current.timeZone ?? null;
  const zones = shownZones(page, now);
  const options = [null, ...zones].map((zone) => zoneOption(zone, now, page));
  const content = guard([id, now, page.view, page.zones.search, portalLocale()], () => groups(options));
  return html`${zoneSearch(context)} ${selectControl(context, options, content)}`;
}

/** 430 zones are too many to look through; what is typed narrows the list below. */
function zoneSearch({ id, page, isDisabled }: ControlContext): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') (event.target as HTMLElement).parentElement?.querySelector('select')?.focus();
    else if (event.key === 'Escape' && page.zones.search !== '')
      page.zones.find('', msg('All zones are shown.'));
    else return;
    // The page around must not take the same key for its own dialogs and forms.
    event.preventDefault();
    event.stopPropagation();
  };
  const find = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    page.zones.find(value, fitInWords(zonesLike(value, page.view).length));
  };
  return html`<input
      type="search"
      class="zone-search"
      aria-label=${msg('Find a time zone')}
      aria-controls=${id}
      placeholder=${msg('Find a zone, for example Berlin or GMT+2')}
      ?disabled=${isDisabled}
      .value=${live(page.zones.search)}
      @input=${find}
      @keydown=${onKey}
    />
    ${
      page.zones.search === ''
        ? nothing
        : html`<p class="found">${fitInWords(zonesLike(page.zones.search, page.view).length)}</p>`
    }`;
}

function fitInWords(count: number): string {
  if (count === 0) return msg('No zone fits.');
  return count === 1 ? msg('1 zone fits.') : msg(str`${count} zones fit.`);
}

/** By continent, as the list shows them; those without one come last. */
function byContinent(one: string, other: string): number {
  const [a, b] = [continentOf(one), continentOf(other)];
  return Number(a === '') - Number(b === '') || a.localeCompare(b, 'en') || one.localeCompare(other, 'en');
}

/** The zones that the PSA offers and that have every word of the search in their name or offset. */
function zonesLike(search: string, { timeZones = [] }: CompanyView): readonly string[] {
  const words = foldText(search).split(/\s+/);
  return timeZones.filter((zone) => {
    const text = foldText(`${zone.replaceAll('_', ' ')} ${zone} ${offsetOf(zone)}`);
    return words.every((word) => text.includes(word));
  });
}

/** What is set is always among them, also where it does not fit or the PSA does not offer it. */
function shownZones({ view, zones: { search } }: SettingsPage, now: string | null): readonly string[] {
  const zones = search === '' ? (view.timeZones ?? []) : zonesLike(search, view);
  const isListed = now === null || zones.includes(now);
  return [...zones, ...(isListed ? [] : [now])].sort(byContinent);
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

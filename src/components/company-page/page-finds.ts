import { msg } from '@lit/localize';
import { foldText } from '../../model/index.js';
import { matchesSearch, settingWords } from '../company-settings/find-setting.js';
import { fieldsOf, sectionTitle, type SettingField } from '../company-settings/setting-fields.js';
import { portalLoginSynonyms } from '../company-settings/setting-synonyms.js';
import { partTitle, settingsSectionIds, type PartId, type SettingsSectionId } from './page-places.js';

/** Something that the search leads to, or does. */
export interface Find {
  readonly id: string;
  readonly label: string;
  /** Where it stands, shown beside it; empty for what stands at the top. */
  readonly context: string;
  /** What it is found by beside its label: other names, in both languages, and what it is for. Never shown. */
  readonly words: string;
  /** Where it leads, as in `portal-navigate`; absent for an action. */
  readonly target?: string;
  readonly act?: () => void;
}

/** Something that can be done from anywhere in the page. */
export type Action = Pick<Find, 'id' | 'label' | 'words'> & { readonly act: () => void };

/** Everything that can be found in the page, in its order: sections, their settings, parts, actions. */
export function allFinds(parts: readonly PartId[], actions: readonly Action[]): Find[] {
  return [
    ...settingsSectionIds.flatMap((section) => [sectionFind(section), ...settingFinds(section)]),
    ...parts.map(partFind),
    ...actions.map((action) => ({ ...action, context: msg('Action') })),
  ];
}

function sectionFind(section: SettingsSectionId): Find {
  return {
    id: `section-${section}`,
    label: sectionTitle(section),
    context: msg('Section'),
    words: sectionSynonyms[section],
    target: `settings/${section}`,
  };
}

function settingFinds(section: SettingsSectionId): Find[] {
  const context = sectionTitle(section);
  const finds = fieldsOf(section).map((field) => settingFind(field, context));
  const login = {
    ...{ id: 'portal-login', label: msg('Portal login'), context },
    ...{ words: portalLoginSynonyms, target: `settings/${section}` },
  };
  return section === 'sign-in' ? [...finds, login] : finds;
}

function settingFind(field: SettingField, context: string): Find {
  const { key, label } = field;
  return { id: `setting-${key}`, label, context, words: settingWords(field), target: `settings/${key}` };
}

function partFind(part: PartId): Find {
  const words = partSynonyms[part];
  return { id: `part-${part}`, label: partTitle(part), context: msg('Section'), words, target: part };
}

/** Other names of the groups, in both languages; see `settingSynonyms`. */
const sectionSynonyms: Readonly<Record<SettingsSectionId, string>> = {
  'sign-in': 'login log in authentication security access anmeldung anmelden zugang sicherheit',
  visibility: 'see show hide visible display sichtbar sichtbarkeit anzeige anzeigen sehen',
  tickets: 'cases incidents tickets vorgänge anfragen störungen',
  'request-types': 'service catalog forms anfragetypen anfragearten serviceanfragen katalog',
  'early-access': 'beta preview new portal vorschau vorabzugriff neues portal',
};

/** Other names of the parts. */
const partSynonyms: Readonly<Record<PartId, string>> = {
  logos:
    'logo brand branding image picture upload header login page png jpeg firmenlogo bild marke hochladen kopfzeile',
  'sso-log':
    'sso saml log events audit identity provider idp azure entra okta failed sign-ins wer darf rein anmeldeprotokoll protokoll anmeldungen einmalanmeldung zertifikat certificate fehlgeschlagen',
  taskfire:
    'hd help desk helpdesk co-managed licence license agreement billing contract hilfe lizenz vertrag vereinbarung abrechnung',
  users:
    'contacts people persons accounts logins security level role password invite activate wer darf rein benutzer kontakte personen konten zugriffsrecht rolle kennwort passwort einladen freischalten',
  jobs: 'bulk batch background undo progress result aufträge auftrag massenänderung rückgängig fortschritt ergebnis',
};

/** What fits, the closest first: how a thing is called counts more than what else it is called or what it is for. */
export function searchFinds(finds: readonly Find[], search: string): Find[] {
  const query = foldText(search.trim());
  if (query === '') return [];
  return finds
    .filter(({ label, context, words }) => matchesSearch(query, `${label} ${context} ${words}`))
    .map((find) => ({ find, rank: rankOf(find, query) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ find }) => find);
}

function rankOf({ label, words }: Find, query: string): number {
  const name = foldText(label);
  const others = ` ${foldText(words)} `;
  if (name.startsWith(query)) return 0;
  if (name.includes(` ${query}`)) return 1;
  if (others.includes(` ${query} `)) return 2;
  if (name.includes(query)) return 3;
  return others.includes(` ${query}`) ? 4 : 5;
}

import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { sectionLink } from '../shared/section-link.js';
import { settingWords } from './find-setting.js';
import { portalLoginRow } from './portal-login-row.js';
import { fieldsOf, sectionTitle, type SectionId, type SettingField } from './setting-fields.js';
import { settingRow } from './setting-row.js';
import { settingState } from './setting-state.js';
import { headingId, type SettingsPage } from './settings-page.js';
import { portalLoginSynonyms } from './setting-synonyms.js';
import { taskfireRows } from './taskfire-rows.js';

/** True where a row answers the search. Without a search every row does. */
export type RowFilter = (text: string) => boolean;

/** A group of rows under its heading; nothing where no row is left to show. */
export function settingsSection(
  section: SectionId,
  page: SettingsPage,
  matches: RowFilter,
): TemplateResult | typeof nothing {
  const title = sectionTitle(section);
  const rows = rowsOf(section, page, matches);
  if (rows.length === 0) return nothing;
  return html`<section class="card" part="card" aria-labelledby=${headingId(section)} data-section=${section}>
    <h3 id=${headingId(section)} part="heading" tabindex="-1">${title}</h3>
    ${rows}
  </section>`;
}

function rowsOf(section: SectionId, page: SettingsPage, matches: RowFilter): TemplateResult[] {
  const title = sectionTitle(section);
  const rows = shownFields(section, page)
    .filter((field) => matches(`${title} ${settingWords(field)}`))
    .map((field) => settingRow(field, page));
  if (section === 'sign-in' && matches(`${title} ${msg('Portal login')} ${portalLoginSynonyms}`))
    rows.push(portalLoginRow(page));
  if (section === 'taskfire' && matches(title)) rows.push(...taskfireRows(page.view));
  return rows;
}

/**
 * E1: what refines early access appears once it is on. A row that the admin has changed stays, so that no change
 * hides.
 */
export function shownFields(section: SectionId, { draft, view }: SettingsPage): SettingField[] {
  return fieldsOf(section).filter(({ key }) => {
    if (key !== 'preventLegacyPortal' && key !== 'firstExperience') return true;
    if (draft.changes.some((change) => change.key === key)) return true;
    const state = settingState(key, draft.current, view);
    return state.kind === 'unknown' || draft.current.earlyAccess !== false;
  });
}

/** The way to each group, with the number of changes in it. */
export function sectionNavigation(
  sections: readonly SectionId[],
  current: SectionId | undefined,
  { draft, goTo }: SettingsPage,
): TemplateResult {
  return html`<ul>
    ${sections.map((section) => {
      const keys = fieldsOf(section).map(({ key }) => key);
      const changes = draft.changes.filter(({ key }) => keys.includes(key)).length;
      return sectionLink({
        place: section,
        title: sectionTitle(section),
        isCurrent: section === current,
        changes,
        go: () => goTo(section),
      });
    })}
  </ul>`;
}

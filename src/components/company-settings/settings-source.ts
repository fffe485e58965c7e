import type { SettingsSnapshot } from '../../contract/index.js';
import { settingProblems, type CompanySettings, type SomeSettings } from '../../model/index.js';
import type { FormSource } from '../settings-form/index.js';
import { loadCompanyView, rulesContext, type CompanyView } from './company-view.js';
import { allFields } from './setting-fields.js';
import { problemInWords } from './setting-state.js';
import { settingsRules } from './settings-draft.js';

/** The settings of one company as a form. */
export const settingsSource: FormSource<CompanySettings, CompanyView, SettingsSnapshot> = {
  rules: settingsRules,
  load: loadCompanyView,
  snapshotOf: ({ snapshot }) => snapshot,
  withSnapshot: (view, snapshot) => ({ ...view, snapshot }),
  save: (admin, companyId, change, version) => admin.saveSettings(companyId, change, version),
  theirs: (_admin, _companyId, error) => {
    const theirs = error.as('conflict')?.theirs;
    return Promise.resolve(theirs && { ...theirs, settings: onlyKnown(theirs.settings) });
  },
  problems: (view, base, current) =>
    new Map(
      settingProblems(base, current, rulesContext(view)).map(({ key, code }) => [key, problemInWords(code)]),
    ),
  // What is inherited, and what stands beside the settings, is read with them.
  concerns: (change, companyId) =>
    change.kind === 'options' ||
    (change.kind === 'logos' && change.companyId === 0) ||
    (['settings', 'taskfire', 'logos'].includes(change.kind) &&
      'companyId' in change &&
      change.companyId === companyId),
  labels: allFields,
};

/** An error's data may name a setting without a value; for us such a key does not exist. */
function onlyKnown(settings: object): SomeSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

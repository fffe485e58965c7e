import type { CompanySettings, SettingKey, SomeSettings } from '../../model/index.js';
import type { ControlParts, CopiedText, FindableList, FormDraft } from '../settings-form/index.js';
import type { CompanyView } from './company-view.js';
import type { SectionId, SettingField } from './setting-fields.js';

/** A global value that a company inherits. */
export type GlobalPlace = 'twoFactor' | 'quickTicket' | 'headquartersTimeZone';

/** What the parts of the page get from the element: what to show and what to do. */
export interface SettingsPage {
  readonly view: CompanyView;
  readonly draft: FormDraft<CompanySettings>;
  /** What is wrong with a setting, in words. */
  readonly problems: ReadonlyMap<SettingKey, string>;
  readonly copied: CopiedText;
  readonly zones: FindableList;
  readonly types: FindableList;
  /** To what all companies inherit; undefined where this backend has no global settings. */
  readonly openGlobals: ((key: GlobalPlace) => void) | undefined;
  readonly edit: (change: SomeSettings) => void;
  readonly undo: (key: SettingKey) => void;
  /** Scrolls to a setting or a section and moves the focus there. */
  readonly goTo: (target: SettingKey | SectionId) => void;
}

/** One control in its row. */
export interface ControlContext extends ControlParts {
  readonly field: SettingField;
  readonly page: SettingsPage;
}

/** The id of a setting's control, also where its label points to. */
export function controlId(key: SettingKey): string {
  return `setting-${key}`;
}

/** The id of a section's heading. */
export function headingId(section: SectionId): string {
  return `section-${section}`;
}

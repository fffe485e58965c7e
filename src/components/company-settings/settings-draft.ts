import type { ReactiveControllerHost } from 'lit';
import { forceEarlyAccess, settingKeys, type CompanySettings } from '../../model/index.js';
import { FormDraft, type FormRules } from '../settings-form/index.js';

/** E1, E2: what a choice about early access forces. */
export const settingsRules: FormRules<CompanySettings> = { keys: settingKeys, force: forceEarlyAccess };

/** The unsaved settings of a company. */
export class SettingsDraft extends FormDraft<CompanySettings> {
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    super(host, settingsRules);
  }
}

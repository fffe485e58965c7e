import type { PortalAdmin } from '../../src/contract/index.js';
import type { CompanySettings, SettingKey } from '../../src/model/index.js';

/** What a form shows: a company with its settings. */
export interface Scene {
  readonly companyId: number;
  /** For ours, which asks for itself; it answers at once. */
  readonly admin: PortalAdmin;
  /** The same for peers, which get it handed over. */
  readonly settings: CompanySettings;
}

/**
 * The form of a company's settings, as ours or built with a peer's controls: the same sections, labels, help texts and values, and a
 * bar that counts what was changed. What it says of itself is checked against what is painted.
 */
export interface FormContestant {
  /** Puts the form into the place. */
  mount(place: HTMLElement, scene: Scene): void;
  /** Shows another company in the same form. */
  show(scene: Scene): void;
  /** Where the control of a setting is; undefined while there is none. */
  control(key: SettingKey): HTMLElement | undefined;
  /** Works the switch of a setting as a user's click does. */
  press(key: SettingKey): void;
  /** What that control shows: whether it is on, or the text of its choice. */
  shown(key: SettingKey): boolean | string | undefined;
  /** The bar with the count of changes; undefined where nothing was changed. */
  bar(): HTMLElement | undefined;
}

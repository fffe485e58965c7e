import { html, nothing, render, type TemplateResult } from 'lit';
import {
  allFields,
  fieldsOf,
  sectionIds,
  sectionTitle,
  type SectionId,
  type SettingField,
} from '../../../src/components/company-settings/setting-fields.js';
import { isSameSetting, type SettingKey, type SomeSettings } from '../../../src/model/index.js';
import type { FormContestant, Scene } from '../contestant.js';

/** A control of a peer: what it looks like, and what it shows. */
export interface PeerControls {
  switchOf(key: SettingKey, isOn: boolean, change: (isOn: boolean) => void): TemplateResult;
  choiceOf(
    key: SettingKey,
    choices: readonly PeerChoice[],
    value: string,
    change: (value: string) => void,
  ): TemplateResult;
  button(label: string, isPrimary: boolean, press: () => void): TemplateResult;
  shown(control: HTMLElement): boolean | string | undefined;
  press(control: HTMLElement): void;
}

export interface PeerChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * The form as a developer builds it in an afternoon with a peer's controls and lit's templates: our sections, labels, help texts and
 * choices, a mark at each change and a bar that counts them. It has no rules, search, origins, conflicts or sentences for
 * screen readers, and lists what can be long (time zones, request types) not at all but for the choice of now, so it does
 * less than ours in everything.
 */
export class PeerForm implements FormContestant {
  readonly #controls: PeerControls;
  #place: HTMLElement | undefined;
  #saved: SomeSettings = {};
  #now: SomeSettings = {};

  constructor(controls: PeerControls) {
    this.#controls = controls;
  }

  mount(place: HTMLElement, scene: Scene): void {
    this.#place = place;
    this.show(scene);
  }

  show({ settings }: Scene): void {
    this.#saved = settings;
    this.#edit(settings);
  }

  control(key: SettingKey): HTMLElement | undefined {
    return this.#found(`#${key}`);
  }

  press(key: SettingKey): void {
    const control = this.control(key);
    if (control !== undefined) this.#controls.press(control);
  }

  shown(key: SettingKey): boolean | string | undefined {
    const control = this.control(key);
    return control === undefined ? undefined : this.#controls.shown(control);
  }

  bar(): HTMLElement | undefined {
    return this.#found('.bar .count');
  }

  #found(selector: string): HTMLElement | undefined {
    return this.#place?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  #edit(change: SomeSettings): void {
    this.#now = { ...this.#now, ...change };
    if (this.#place !== undefined)
      render(html`${sectionIds.map((section) => this.#section(section))}${this.#bar()}`, this.#place);
  }

  #section(section: SectionId): TemplateResult {
    const rows = fieldsOf(section).filter((field) => this.#isShown(field));
    return html`<section>
      <h2>${sectionTitle(section)}</h2>
      ${rows.map((field) => this.#row(field))}
    </section>`;
  }

  /** E1: what depends on early access comes with it. */
  #isShown({ key }: SettingField): boolean {
    return this.#now.earlyAccess === true || (key !== 'preventLegacyPortal' && key !== 'firstExperience');
  }

  #isChanged({ key }: SettingField): boolean {
    return !isSameSetting(this.#now[key], this.#saved[key]);
  }

  #row(field: SettingField): TemplateResult {
    return html`<div class=${this.#isChanged(field) ? 'row changed' : 'row'}>
      <label for=${field.key}>${field.label}</label>
      <p>${field.help}</p>
      ${this.#controlOf(field)}
    </div>`;
  }

  #controlOf({ key, control, choices }: SettingField): TemplateResult {
    const now = this.#now[key];
    if (control === 'switch')
      return this.#controls.switchOf(key, now === true, (isOn) => this.#edit({ [key]: isOn }));
    if (choices.length === 0) {
      const only = { value: 'now', label: JSON.stringify(now) };
      return this.#controls.choiceOf(key, [only], only.value, () => undefined);
    }
    const place = choices.findIndex(({ change }) => isSameSetting(change[key], now));
    const listed = choices.map(({ label }, index) => ({ label, value: String(index) }));
    const choose = (value: string): void => this.#edit(choices[Number(value)]?.change ?? {});
    return this.#controls.choiceOf(key, listed, String(place), choose);
  }

  #bar(): TemplateResult | typeof nothing {
    const count = allFields().filter((field) => this.#isChanged(field)).length;
    if (count === 0) return nothing;
    return html`<div class="bar">
      <span class="count">${count} changes</span>
      ${this.#controls.button('Discard', false, () => this.#edit(this.#saved))}
      ${this.#controls.button('Save', true, () => undefined)}
    </div>`;
  }
}

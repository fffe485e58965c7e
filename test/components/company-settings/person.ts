import { elementUpdated } from '@open-wc/testing';
import * as v from 'valibot';
import { controlId } from '../../../src/components/company-settings/settings-page.js';
import {
  settingKeys,
  SomeSettingsSchema,
  type RequestType,
  type SettingKey,
  type SomeSettings,
} from '../../../src/model/index.js';
import type { Stage } from './stage.js';

/** A person at the form: sees only what is drawn, and does only what can be done with it. `pick` chooses among what there is. */
export class Person {
  constructor(
    readonly stage: Stage,
    private readonly types: readonly RequestType[],
  ) {}

  /** Long enough for every answer that is on its way. */
  async quiet(): Promise<void> {
    for (let turns = 0; turns < 6; turns += 1) await new Promise((resolve) => setTimeout(resolve, 2));
    await this.stage.until(() => !this.stage.has('.bar[aria-busy="true"]'));
  }

  /** The draft as the controls show it; without what is not shown. */
  shown(): SomeSettings {
    const values = settingKeys
      .filter((key) => this.#control(key) !== null)
      .map((key) => [key, this.#valueOf(key)] as const);
    return settingsOf(Object.fromEntries(values));
  }

  /** True where the form shows a change that is not saved. */
  isMarked(key: SettingKey): boolean {
    return this.stage.has(`.row.changed[data-setting="${key}"]`);
  }

  /** True where the value cannot be chosen and the row says why. */
  isLockedInSight(key: SettingKey): boolean {
    return (
      this.#control(key)?.disabled === true &&
      this.#root.querySelector(`#${key}-notes`)?.textContent.trim() !== ''
    );
  }

  /** Uses a setting's control. Returns what was chosen; undefined where there is nothing to choose. */
  async edit(key: SettingKey, pick: number): Promise<SomeSettings> {
    const control = this.#control(key);
    if (control === null || control.disabled) return {};
    if (control instanceof HTMLInputElement) {
      const chosen = !control.checked;
      await this.stage.flip(key);
      return settingsOf({ [key]: chosen });
    }
    const isOwn = control.value === 'custom' && pick % 4 !== 0;
    if (isOwn && key === 'quickTicket') return this.#editQuickTicket(pick);
    if (isOwn && key === 'requestTypes') return this.#editRequestTypes(pick);
    const { value } = [...control.options][pick % control.options.length] ?? control;
    await this.stage.choose(key, value);
    if (value === 'custom') return this.#shownOf(key);
    return settingsOf({ [key]: choiceOf(key, value) });
  }

  /** Returns what was taken back. */
  async undo(pick: number): Promise<SettingKey | undefined> {
    const rows = [...this.#root.querySelectorAll<HTMLElement>('.row:has(.was .link-button)')];
    const row = rows[pick % rows.length];
    row?.querySelector<HTMLElement>('.was .link-button')?.click();
    await elementUpdated(this.stage.element);
    return settingKeys.find((key) => key === row?.dataset.setting);
  }

  /** False where there is no such button. */
  async press(selector: string): Promise<boolean> {
    if (!this.stage.has(selector)) return false;
    await this.stage.click(selector);
    return true;
  }

  isAsked(): boolean {
    return this.stage.has('portal-settings-conflict');
  }

  /** What the dialog says of the other's changes that are not in question. */
  othersInDialog(): string {
    return this.#dialog()?.querySelector('ul')?.textContent ?? '';
  }

  /** Answers the dialog, one bit of `pick` for each setting in it. Returns the settings of which theirs was chosen. */
  settle(pick: number): SettingKey[] {
    const groups = [...(this.#dialog()?.querySelectorAll('fieldset') ?? [])];
    const theirs = groups.flatMap((group, index) => {
      const isMine = ((pick >> index) & 1) === 1;
      const radio = group.querySelector<HTMLInputElement>(`input[value="${isMine ? 'mine' : 'theirs'}"]`);
      radio?.click();
      return isMine ? [] : settingKeys.filter((key) => key === radio?.name);
    });
    this.#dialog()?.querySelector<HTMLElement>('button[type="submit"]')?.click();
    return theirs;
  }

  backToTheForm(): void {
    this.#dialog()?.querySelector<HTMLElement>('button[type="button"].button')?.click();
  }

  get #root(): ShadowRoot {
    return this.stage.root;
  }

  #dialog(): ShadowRoot | null | undefined {
    return this.#root.querySelector('portal-settings-conflict')?.shadowRoot;
  }

  #control(key: SettingKey): HTMLInputElement | HTMLSelectElement | null {
    return this.#root.querySelector<HTMLInputElement | HTMLSelectElement>(`#${controlId(key)}`);
  }

  #shownOf(key: SettingKey): SomeSettings {
    const { [key]: value } = this.shown();
    return settingsOf({ [key]: value });
  }

  #valueOf(key: SettingKey): unknown {
    const control = this.#control(key);
    if (control instanceof HTMLInputElement) return control.checked;
    const value = control?.value ?? '';
    if (value !== 'custom') return choiceOf(key, value);
    return key === 'quickTicket' ? this.#quickTicket() : { mode: 'custom', ids: this.#chosenTypes() };
  }

  #quickTicket(): unknown {
    return {
      mode: 'custom',
      requestTypeId: Number(this.#field('quick-ticket-type').value),
      priority: Number(this.#field('quick-ticket-priority').value),
      queueId: Number(this.#field('quick-ticket-queue').value),
      titleEditable: this.#root.querySelector('#quick-ticket-title:checked') !== null,
    };
  }

  #chosenTypes(): number[] {
    const names = [...this.#root.querySelectorAll('.type:has(input:checked) span:first-of-type')].map(
      (one) => one.textContent,
    );
    return this.types.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  }

  /** A list's value, a number where the backend has no names for them, or whether the title can be edited. */
  async #editQuickTicket(pick: number): Promise<SomeSettings> {
    const ids = ['quick-ticket-type', 'quick-ticket-priority', 'quick-ticket-title'] as const;
    const field = this.#field(ids[pick % 3] ?? ids[0]);
    if (field instanceof HTMLSelectElement) field.selectedIndex = pick % field.options.length;
    else if (field.type === 'number') field.value = String(pick % 5);
    else field.click();
    if (field.type !== 'checkbox') field.dispatchEvent(new Event('change', { bubbles: true }));
    await elementUpdated(this.stage.element);
    return this.#shownOf('quickTicket');
  }

  /** One type, none, or all. */
  async #editRequestTypes(pick: number): Promise<SomeSettings> {
    const boxes = [...this.#root.querySelectorAll<HTMLElement>('.type input')];
    const [all, none] = this.#root.querySelectorAll<HTMLElement>('.type-actions button');
    const target = pick % 3 === 0 ? none : pick % 7 === 0 ? all : boxes[pick % boxes.length];
    target?.click();
    await elementUpdated(this.stage.element);
    return this.#shownOf('requestTypes');
  }

  #field(id: string): HTMLInputElement | HTMLSelectElement {
    const found = this.#root.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
    if (found === null) throw new Error(`No ${id} in the element.`);
    return found;
  }
}

/** For us a key without a value does not exist. */
function settingsOf(values: object): SomeSettings {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  v.assert(SomeSettingsSchema, Object.fromEntries(known));
  return Object.fromEntries(known);
}

/** A select's value as the setting has it. */
function choiceOf(key: SettingKey, value: string): unknown {
  if (key === 'timeZone') return value === '' ? null : value;
  return key === 'quickTicket' || key === 'requestTypes' ? { mode: value } : value;
}

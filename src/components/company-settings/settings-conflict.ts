import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { SettingsSnapshot } from '../../contract/index.js';
import { settingDifferences, type SettingDifference, type SettingKey } from '../../model/index.js';
import { define, PortalElement, type PortalDialog } from '../shared/index.js';
import type { CompanyView } from './company-view.js';
import { allFields } from './setting-fields.js';
import { valueInWords } from './setting-values.js';
import { conflictStyles } from './settings-conflict.styles.js';
import type { SettingsDraft } from './settings-draft.js';

type Side = 'mine' | 'theirs';

/**
 * Somebody else saved in between: both versions side by side, a choice per setting. Part of `<portal-company-settings>`
 * and of no use without it; it answers through callbacks, so that nothing of it is heard outside.
 */
@localized()
export class PortalSettingsConflict extends PortalElement {
  static override styles = conflictStyles;

  @property({ attribute: false }) theirs: SettingsSnapshot | undefined;
  @property({ attribute: false }) draft: SettingsDraft | undefined;
  @property({ attribute: false }) view: CompanyView | undefined;
  /** Gets the settings whose own value shall replace theirs. */
  @property({ attribute: false }) settle: ((keep: readonly SettingKey[]) => void) | undefined;
  /** Back to the form, with nothing changed. */
  @property({ attribute: false }) cancel: (() => void) | undefined;

  @state() private choices: Partial<Record<SettingKey, Side>> = {};
  @state() private isIncomplete = false;
  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theirs')) this.choices = {};
  }

  override render(): TemplateResult {
    const who = this.theirs?.changedBy ?? msg('Someone else');
    const conflicts = this.conflicts;
    return html`<form @submit=${this.#onSubmit}>
      <portal-dialog
        open
        size="medium"
        heading=${msg(str`${who} saved in the meantime`)}
        lead=${explanation(conflicts.length)}
        first-focus="input, .primary"
        @close=${() => this.cancel?.()}
      >
        ${conflicts.length > 1 ? this.#shortcuts(who) : nothing}
        ${conflicts.map((conflict) => this.#choice(conflict, who))} ${this.#others(who)}
        <span slot="actions" class="problem" role="status"
          >${this.isIncomplete ? msg('Choose a value for each setting.') : nothing}</span
        >
        <button slot="actions" type="button" class="button" @click=${() => this.dialog?.requestClose()}>
          ${msg('Back to the form')}
        </button>
        <button slot="actions" type="submit" class="button primary">${msg('Save')}</button>
      </portal-dialog>
    </form>`;
  }

  /** What a rule forced is no choice of ours, so there is nothing to choose. */
  private get conflicts(): readonly SettingDifference[] {
    const { draft, theirs } = this;
    if (draft === undefined || theirs === undefined) return [];
    return draft.mergeWith(theirs.settings).conflicts.filter(({ key }) => !draft.isForced(key));
  }

  #shortcuts(who: string): TemplateResult {
    const all = (side: Side): void => {
      this.choices = Object.fromEntries(this.conflicts.map(({ key }) => [key, side]));
    };
    return html`<div class="shortcuts">
      <button type="button" class="link-button" @click=${() => all('theirs')}>
        ${msg(str`All values of ${who}`)}
      </button>
      <button type="button" class="link-button" @click=${() => all('mine')}>${msg('All of mine')}</button>
    </div>`;
  }

  #choice({ key, before, after }: SettingDifference, who: string): TemplateResult {
    const was = this.#inWords(key, this.draft?.base[key]);
    return html`<fieldset>
      <legend>${this.#label(key)} <span class="was">${msg(str`was: ${was}`)}</span></legend>
      ${this.#radio(key, 'theirs', who, this.#inWords(key, before))}
      ${this.#radio(key, 'mine', msg('Mine'), this.#inWords(key, after))}
    </fieldset>`;
  }

  #radio(key: SettingKey, side: Side, who: string, value: string): TemplateResult {
    const choose = (): void => {
      this.choices = { ...this.choices, [key]: side };
      this.isIncomplete = false;
    };
    return html`<label>
      <input
        type="radio"
        name=${key}
        value=${side}
        .checked=${this.choices[key] === side}
        @change=${choose}
      />
      <span><span class="who">${who}</span> ${value}</span>
    </label>`;
  }

  /** What they changed and we did not: it stays, and should be seen before saving. */
  #others(who: string): TemplateResult | typeof nothing {
    const { draft, theirs } = this;
    if (draft === undefined || theirs === undefined) return nothing;
    const asked = this.conflicts.map(({ key }) => key);
    const others = settingDifferences(draft.base, theirs.settings).filter(({ key }) => !asked.includes(key));
    if (others.length === 0) return nothing;
    return html`<h3>${msg(str`Also changed by ${who}; this stays`)}</h3>
      <ul>
        ${others.map(
          ({ key, before, after }) =>
            html`<li>${this.#label(key)}: ${this.#inWords(key, before)} → ${this.#inWords(key, after)}</li>`,
        )}
      </ul>`;
  }

  #label(key: SettingKey): string {
    return allFields().find((field) => field.key === key)?.label ?? key;
  }

  #inWords(key: SettingKey, value: unknown): string {
    const field = allFields().find((one) => one.key === key);
    return field === undefined || this.view === undefined
      ? msg('Unknown')
      : valueInWords(field, { [key]: value }, this.view);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const open = this.conflicts.find(({ key }) => this.choices[key] === undefined);
    if (open !== undefined) {
      this.isIncomplete = true;
      void this.focusInside(`input[name="${open.key}"]`);
      return;
    }
    this.dialog?.close();
    this.settle?.(this.conflicts.map(({ key }) => key).filter((key) => this.choices[key] === 'mine'));
  };
}

function explanation(conflicts: number): string {
  return conflicts === 0
    ? msg('Your changes concern other settings, so both can stay. Nothing of yours has been saved yet.')
    : msg('These settings were changed on both sides. Choose which value stays. Nothing has been lost.');
}

define('portal-settings-conflict', PortalSettingsConflict);

declare global {
  interface HTMLElementTagNameMap {
    'portal-settings-conflict': PortalSettingsConflict;
  }
}

import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { KeyOf, Some } from '../../model/index.js';
import { define, PortalElement, type PortalDialog } from '../shared/index.js';
import type { FormDraft, FormSnapshot } from './form-draft.js';
import { conflictStyles } from './settings-conflict.styles.js';

type Side = 'mine' | 'theirs';

/** A setting that both changed, in words. */
interface ConflictLine {
  readonly key: string;
  readonly label: string;
  readonly was: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Both versions, as the dialog shows them. */
export interface ConflictWords {
  /** Null where the backend does not tell. */
  readonly who: string | null;
  /** To choose from. */
  readonly conflicts: readonly ConflictLine[];
  /** What they changed and we did not. */
  readonly others: readonly Pick<ConflictLine, 'key' | 'label' | 'was' | 'theirs'>[];
}

/** Puts both versions in words. What a rule forced is no choice of ours, so there is nothing to choose. */
export function conflictWords<S>(
  draft: FormDraft<S>,
  theirs: FormSnapshot<S>,
  labels: readonly { readonly key: KeyOf<S>; readonly label: string }[],
  inWords: (key: KeyOf<S>, settings: Some<S>) => string,
): ConflictWords {
  const asked = draft
    .mergeWith(theirs.settings)
    .conflicts.map(({ key }) => key)
    .filter((key) => !draft.isForced(key));
  const others = draft.changedIn(theirs.settings).map(({ key }) => key);
  const line = (key: KeyOf<S>): ConflictLine => ({
    key,
    label: labels.find((one) => one.key === key)?.label ?? key,
    was: inWords(key, draft.base),
    theirs: inWords(key, theirs.settings),
    mine: inWords(key, draft.current),
  });
  return {
    who: theirs.changedBy,
    conflicts: asked.map(line),
    others: others.filter((key) => !asked.includes(key)).map(line),
  };
}

/**
 * Somebody else saved in between: both versions side by side, a choice per setting. Part of a form
 * of settings and of no use without it; it answers through callbacks, so that nothing of it is heard outside.
 */
@localized()
export class PortalSettingsConflict extends PortalElement {
  static override styles = conflictStyles;

  @property({ attribute: false }) words: ConflictWords = { who: null, conflicts: [], others: [] };
  /** Another version makes the choices void. */
  @property({ attribute: false }) version: string | undefined;
  /** Gets the settings whose own value shall replace theirs. */
  @property({ attribute: false }) settle: ((keep: readonly string[]) => void) | undefined;
  /** Back to the form, with nothing changed. */
  @property({ attribute: false }) cancel: (() => void) | undefined;

  @state() private choices: Readonly<Record<string, Side | undefined>> = {};
  @state() private isIncomplete = false;
  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) this.choices = {};
  }

  override render(): TemplateResult {
    const { conflicts } = this.words;
    const who = this.words.who ?? msg('Someone else');
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

  #shortcuts(who: string): TemplateResult {
    const all = (side: Side): void => {
      this.choices = Object.fromEntries(this.words.conflicts.map(({ key }) => [key, side]));
    };
    return html`<div class="shortcuts">
      <button type="button" class="link-button" @click=${() => all('theirs')}>
        ${msg(str`All values of ${who}`)}
      </button>
      <button type="button" class="link-button" @click=${() => all('mine')}>${msg('All of mine')}</button>
    </div>`;
  }

  #choice({ key, label, was, theirs, mine }: ConflictLine, who: string): TemplateResult {
    return html`<fieldset>
      <legend>${label} <span class="was">${msg(str`was: ${was}`)}</span></legend>
      ${this.#radio(key, 'theirs', who, theirs)} ${this.#radio(key, 'mine', msg('Mine'), mine)}
    </fieldset>`;
  }

  #radio(key: string, side: Side, who: string, value: string): TemplateResult {
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

  /** It stays, and should be seen before saving. */
  #others(who: string): TemplateResult | typeof nothing {
    const { others } = this.words;
    if (others.length === 0) return nothing;
    return html`<h3>${msg(str`Also changed by ${who}; this stays`)}</h3>
      <ul>
        ${others.map(({ label, was, theirs }) => html`<li>${label}: ${was} → ${theirs}</li>`)}
      </ul>`;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { conflicts } = this.words;
    const open = conflicts.find(({ key }) => this.choices[key] === undefined);
    if (open !== undefined) {
      this.isIncomplete = true;
      void this.focusInside(`input[name="${open.key}"]`);
      return;
    }
    this.settle?.(conflicts.map(({ key }) => key).filter((key) => this.choices[key] === 'mine'));
    this.dialog?.close();
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

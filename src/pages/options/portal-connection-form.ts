import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConnectionSummary, Vault, VaultState } from '../../channel/index.js';
import { define, PortalElement } from '../../components/shared/index.js';
import {
  autotaskFields,
  keepFields,
  placeFields,
  serviceFields,
  type FieldsView,
} from './connection-fields.js';
import {
  fieldNames,
  keptSecrets,
  needsApiAddress,
  readDraft,
  valuesIn,
  valuesOf,
  type FieldName,
  type FieldProblem,
  type FormValues,
} from './connection-draft.js';
import './options-events.js';
import { formStyles } from './portal-connection-form.styles.js';
import './portal-vault-create.js';
import './portal-vault-unlock.js';
import { fieldProblemText } from './problem-words.js';

/**
 * Enters or changes the access to one PSA. What is typed stays in the inputs: secrets are in no property of this element,
 * and none that is stored ever comes back here.
 *
 * @fires portal-connection-save - with the draft
 * @fires portal-connection-test - with the draft
 * @fires portal-connection-cancel
 */
@localized()
export class PortalConnectionForm extends PortalElement {
  static override styles = [formStyles];

  /** The connection to change; undefined for a new one. Read when the form appears. */
  @property({ attribute: false }) connection?: ConnectionSummary | undefined;
  /** One to take everything but the secrets from, for a new connection. Read when the form appears. */
  @property({ attribute: false }) template?: ConnectionSummary | undefined;
  /** To make or open the vault from within the form. */
  @property({ attribute: false }) vault?: Vault | undefined;
  @property({ attribute: false }) vaultState?: VaultState | undefined;
  /** What is under way; the buttons wait for it. */
  @property() busy: 'saving' | 'testing' | '' = '';

  @state() private problems: ReadonlyMap<FieldName, FieldProblem> = new Map();
  @state() private view: Pick<FieldsView, 'typed' | 'kept' | 'showsApiAddress'> | undefined;
  #initial: FormValues | undefined;
  /** Of a new connection: the same however often it is sent, so that a lost answer does not make two of it. */
  readonly #newId = crypto.randomUUID();
  /** The vault was made or opened from within the form, whose part for that then goes. */
  #hasOpenedVault = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.focusInside(this.connection === undefined ? '#psaOrigin' : '#label');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The vault was made or opened meanwhile: what was wrong with the choice may be right now.
    if (changed.has('vaultState') && this.problems.size > 0) this.#check();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('vaultState') || !this.#hasOpenedVault) return;
    this.#hasOpenedVault = false;
    void this.focusInside('#keep-vault');
  }

  get #vaultIs(): VaultState['state'] {
    return this.vaultState?.state ?? 'none';
  }

  #start(): FormValues {
    const keep = this.connection?.keep ?? (this.#vaultIs === 'none' ? 'session' : 'vault');
    this.#initial ??= valuesOf(this.connection ?? this.template, keep);
    return this.#initial;
  }

  #values(): FormValues {
    const form = this.renderRoot.querySelector('form');
    return form === null ? this.#start() : valuesIn(form);
  }

  #viewOf(values: FormValues): Pick<FieldsView, 'typed' | 'kept' | 'showsApiAddress'> {
    const { access, keep, baseUrl, psaOrigin } = values;
    return {
      typed: { access, keep },
      kept: keptSecrets(values, this.connection),
      showsApiAddress: baseUrl !== '' || needsApiAddress(psaOrigin),
    };
  }

  readonly #changed = (): void => {
    this.view = this.#viewOf(this.#values());
    if (this.problems.size > 0) this.#check();
  };

  #check() {
    const draft = readDraft(this.#values(), {
      id: this.connection?.id ?? this.#newId,
      stored: this.connection,
      vault: this.#vaultIs,
    });
    this.problems = draft instanceof Map ? draft : new Map();
    return draft;
  }

  #send(event: 'portal-connection-save' | 'portal-connection-test'): void {
    if (this.busy !== '') return;
    const draft = this.#check();
    if ('psaOrigin' in draft) this.emit(event, draft);
    else void this.#focusField(fieldNames.find((name) => draft.has(name)) ?? 'psaOrigin');
  }

  #focusField(name: FieldName): Promise<void> {
    return this.focusInside(name === 'keep' ? '#keep-vault' : `#${name}`);
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#send('portal-connection-save');
  };

  readonly #problem = (name: FieldName): string => {
    const problem = this.problems.get(name);
    return problem === undefined ? '' : fieldProblemText(name, problem);
  };

  protected override render(): TemplateResult {
    const initial = this.#start();
    const view = { initial, problem: this.#problem, ...(this.view ?? this.#viewOf(initial)) };
    return html`<form
      class="card"
      novalidate
      autocomplete="off"
      @submit=${this.#submit}
      @input=${this.#changed}
    >
      ${placeFields(view)} ${autotaskFields(view)} ${serviceFields(view)}
      ${keepFields(view, this.#renderVault())} ${this.#renderButtons()}
    </form>`;
  }

  #renderVault(): TemplateResult | typeof nothing {
    const opened = () => {
      this.#hasOpenedVault = true;
    };
    switch (this.#vaultIs) {
      case 'none':
        return html`<portal-vault-create
          class="inset"
          .vault=${this.vault}
          @portal-vault-changed=${opened}
        ></portal-vault-create>`;
      case 'locked':
        return html`<portal-vault-unlock
          class="inset"
          .vault=${this.vault}
          .vaultState=${this.vaultState}
          @portal-vault-changed=${opened}
        ></portal-vault-unlock>`;
      case 'unlocked':
        return nothing;
    }
  }

  #renderButtons(): TemplateResult {
    const waits = this.busy === '' ? nothing : 'true';
    return html`<div class="actions foot">
      <button class="button primary" aria-disabled=${waits}>
        ${this.busy === 'saving' ? msg('Saving …') : msg('Save')}
      </button>
      <button
        type="button"
        class="button"
        aria-disabled=${waits}
        @click=${() => this.#send('portal-connection-test')}
      >
        ${this.busy === 'testing' ? msg('Testing …') : msg('Test')}
      </button>
      <button
        type="button"
        class="button plain"
        @click=${() => this.emit('portal-connection-cancel', undefined)}
      >
        ${msg('Cancel')}
      </button>
    </div>`;
  }
}

define('portal-connection-form', PortalConnectionForm);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-form': PortalConnectionForm;
  }
}

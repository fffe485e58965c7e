import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConnectionSummary } from '../../channel/index.js';
import { define, PortalElement } from '../../components/shared/index.js';
import {
  fieldNames,
  keptSecrets,
  readDraft,
  valuesOf,
  type FieldName,
  type FieldProblem,
  type FormValues,
} from './connection-draft.js';
import './options-events.js';
import { formStyles } from './portal-connection-form.styles.js';
import { fieldProblemText } from './problem-words.js';

interface Field {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly placeholder?: string;
}

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
  /** The manifest's host permissions. */
  @property({ attribute: false }) hostPermissions: readonly string[] = [];
  /** What is under way; the buttons wait for it. */
  @property() busy: 'saving' | 'testing' | '' = '';

  @state() private problems: ReadonlyMap<FieldName, FieldProblem> = new Map();
  /** Where a stored secret stays valid, its field may stay empty and says so. */
  @state() private kept = { autotask: false, token: false };

  override connectedCallback(): void {
    super.connectedCallback();
    this.kept = keptSecrets(valuesOf(this.connection), this.#context);
    void this.focusInside(this.connection === undefined ? '#psaOrigin' : '#user');
  }

  get #context() {
    return { stored: this.connection, hostPermissions: this.hostPermissions };
  }

  #values(): FormValues {
    const typed = valuesOf(undefined);
    const inputs = [...this.renderRoot.querySelectorAll('input')].map((input) => [
      input.id,
      input.value.trim(),
    ]);
    return { ...typed, ...Object.fromEntries(inputs) } as FormValues;
  }

  readonly #typed = (): void => {
    const values = this.#values();
    this.kept = keptSecrets(values, this.#context);
    if (this.problems.size > 0) this.#check(values);
  };

  #check(values: FormValues) {
    const draft = readDraft(values, this.#context);
    this.problems = draft instanceof Map ? draft : new Map();
    return draft;
  }

  #send(event: 'portal-connection-save' | 'portal-connection-test'): void {
    const draft = this.#check(this.#values());
    if ('psaOrigin' in draft) this.emit(event, draft);
    else void this.focusInside(`#${fieldNames.find((name) => draft.has(name)) ?? 'psaOrigin'}`);
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.busy === '') this.#send('portal-connection-save');
  };

  protected override render(): TemplateResult {
    return html`<form novalidate autocomplete="off" @submit=${this.#submit} @input=${this.#typed}>
      ${this.#renderAddress()} ${this.#renderAutotask()} ${this.#renderPortalService()}
      <div class="actions">
        <button class="button primary" ?disabled=${this.busy !== ''}>
          ${this.busy === 'saving' ? msg('Saving …') : msg('Save')}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${this.busy !== ''}
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
      </div>
    </form>`;
  }

  #renderAddress(): TemplateResult {
    return this.#renderField('psaOrigin', {
      label: msg('PSA address'),
      hint: msg(
        'Copy it from the browser’s address bar while the PSA is open, for example https://ww5.autotask.net.',
      ),
    });
  }

  #renderAutotask(): TemplateResult {
    const stored = this.kept.autotask ? { placeholder: msg('Stored. Leave empty to keep it.') } : {};
    return html`<fieldset>
      <legend>${msg('Autotask API')}</legend>
      <p class="hint">
        ${msg('For contacts and portal users. Needs an API user (API-only) of your Autotask.')}
      </p>
      ${this.#renderField('user', { label: msg('API user name') })}
      ${this.#renderField('secret', { label: msg('Secret'), type: 'password', ...stored })}
      ${this.#renderField('integrationCode', { label: msg('Integration code'), type: 'password', ...stored })}
      ${this.#renderField('baseUrl', {
        label: msg('API address'),
        hint: msg('Only if your PSA is not at autotask.net; otherwise leave it empty.'),
      })}
    </fieldset>`;
  }

  #renderPortalService(): TemplateResult {
    const stored = this.kept.token ? { placeholder: msg('Stored. Leave empty to keep it.') } : {};
    return html`<fieldset>
      <legend>${msg('Portal service')}</legend>
      <p class="hint">
        ${msg('For the portal settings of a company, which the Autotask API does not offer.')}
      </p>
      ${this.#renderField('url', { label: msg('Service address') })}
      ${this.#renderField('token', { label: msg('Access token'), type: 'password', ...stored })}
    </fieldset>`;
  }

  #renderField(name: FieldName, { label, hint, type = 'text', placeholder = '' }: Field): TemplateResult {
    const problem = this.problems.get(name);
    const hosts = this.hostPermissions.map((pattern) => pattern.replace(/\/\*$/, '')).join(', ');
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type=${type}
        value=${valuesOf(this.connection)[name]}
        placeholder=${placeholder}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        aria-describedby="${name}-hint ${name}-problem"
      />
      <p id="${name}-hint" class="hint">${hint ?? nothing}</p>
      <p id="${name}-problem" class="problem">
        ${problem === undefined ? nothing : fieldProblemText(name, problem, hosts)}
      </p>
    </div>`;
  }
}

define('portal-connection-form', PortalConnectionForm);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-form': PortalConnectionForm;
  }
}

import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../shared/field.js';
import type { FieldName, FormValues, TextField } from './connection-draft.js';

/** What the parts of the connection form need to know to render. */
export interface FieldsView {
  /** Where the controls start. */
  readonly initial: FormValues;
  /** What is typed and chosen now, without secrets. */
  readonly typed: Pick<FormValues, 'access' | 'keep'>;
  /** Where a stored secret stays valid, its field may stay empty and says so. */
  readonly kept: { readonly autotask: boolean; readonly token: boolean };
  /** The address of the API has to be entered, or was. */
  readonly showsApiAddress: boolean;
  /** What is wrong with a field in words; '' = nothing. */
  readonly problem: (name: FieldName) => string;
}

export function placeFields(view: FieldsView): TemplateResult {
  return html`<fieldset class="part">
    <legend>${msg('PSA')}</legend>
    <div class="fields">
      ${field(view, 'psaOrigin', {
        label: msg('PSA address'),
        hint: msg(
          'Copy it from the browser’s address bar while the PSA is open, for example https://ww5.autotask.net.',
        ),
      })}
      ${field(view, 'label', {
        label: msg('Name of this connection'),
        hint: msg('Only for you, to tell several of one PSA apart. May stay empty.'),
      })}
    </div>
  </fieldset>`;
}

export function autotaskFields(view: FieldsView): TemplateResult {
  const stored = storedPlaceholder(view.kept.autotask);
  return html`<fieldset class="part">
    <legend>${msg('Autotask API')}</legend>
    <p class="quiet">
      ${msg('For contacts and portal users. Needs an API user (API-only) of your Autotask.')}
    </p>
    <div class="fields">
      ${field(view, 'user', { label: msg('API user name') })}
      ${field(view, 'secret', { label: msg('Secret'), type: 'password', ...stored })}
      ${field(view, 'integrationCode', { label: msg('Integration code'), type: 'password', ...stored })}
      ${field(view, 'baseUrl', {
        label: msg('API address'),
        hint: msg('Needed because your PSA is not at autotask.net. Ends with /ATServicesRest/.'),
        isHidden: !view.showsApiAddress,
      })}
    </div>
  </fieldset>`;
}

export function serviceFields(view: FieldsView): TemplateResult {
  return html`<fieldset class="part">
    <legend>${msg('Portal service')}</legend>
    <p class="quiet">
      ${msg('For the portal settings of a company, which the Autotask API does not offer.')}
    </p>
    <div class="fields">${field(view, 'url', { label: msg('Service address') })}</div>
    <div class="choices" role="radiogroup" aria-label=${msg('Access to the portal service')}>
      ${choice({
        name: 'access',
        value: 'sign-in',
        isChosen: view.initial.access === 'sign-in',
        label: msg('Sign in with your own account (recommended)'),
        hint: msg('You sign in at the service itself after saving. The service sees who changes something.'),
      })}
      ${choice({
        name: 'access',
        value: 'token',
        isChosen: view.initial.access === 'token',
        label: msg('Personal access token'),
        hint: msg('For services that offer no sign-in.'),
      })}
    </div>
    <div class="fields" ?hidden=${view.typed.access !== 'token'}>
      ${field(view, 'token', {
        label: msg('Access token'),
        type: 'password',
        ...storedPlaceholder(view.kept.token),
      })}
    </div>
  </fieldset>`;
}

/** `vault` makes or opens the vault where that is needed before the secrets can be kept in it. */
export function keepFields(view: FieldsView, vault: TemplateResult | typeof nothing): TemplateResult {
  const problem = view.problem('keep');
  return html`<fieldset class="part" aria-describedby="keep-problem">
    <legend>${msg('Where the secrets are kept')}</legend>
    <div class="choices">
      ${choice({
        name: 'keep',
        value: 'session',
        isChosen: view.initial.keep === 'session',
        label: msg('Only for this browser session'),
        hint: msg('In memory. Gone when the browser ends; then you enter them again.'),
      })}
      ${choice({
        name: 'keep',
        value: 'vault',
        isChosen: view.initial.keep === 'vault',
        label: msg('Remembered, protected by your passphrase'),
        hint: msg(
          'Encrypted on this computer. You enter the passphrase once after each start of the browser.',
        ),
      })}
    </div>
    <p id="keep-problem" class="problem">${problem}</p>
    ${view.typed.keep === 'vault' ? vault : nothing}
  </fieldset>`;
}

interface Choice {
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly label: string;
  readonly hint: string;
}

function choice({ name, value, isChosen, label, hint }: Choice): TemplateResult {
  return html`<label class="choice">
    <input
      type="radio"
      id="${name}-${value}"
      name=${name}
      value=${value}
      ?checked=${isChosen}
      aria-describedby="${name}-${value}-hint"
    />
    <b>${label}</b>
    <span id="${name}-${value}-hint" class="hint">${hint}</span>
  </label>`;
}

type FieldText = Omit<Parameters<typeof textField>[0], 'name' | 'value' | 'problem'>;

function field({ initial, problem }: FieldsView, name: TextField, text: FieldText): TemplateResult {
  return textField({ name, value: initial[name], problem: problem(name), ...text });
}

function storedPlaceholder(isKept: boolean): { placeholder?: string } {
  return isKept ? { placeholder: msg('Stored. Leave empty to keep it.') } : {};
}

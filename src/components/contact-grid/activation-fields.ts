import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import {
  isProviderCompany,
  suggestedUserName,
  taskfireLevelsNeedTaskfire,
  type Option,
  type SecurityLevel,
} from '../../model/index.js';
import type { FormContext, FormField, FormValues } from './activation-form.js';
import { formatLabel } from './contact-words.js';
import { fieldText, formField } from './form-field.js';
import type { UserNameState } from './user-name-check.js';

/** What the fields show, and how they report a change. */
export interface FormView {
  readonly values: FormValues;
  readonly context: FormContext;
  readonly companyId: number;
  /** Sentences to show at their fields. */
  readonly problems: ReadonlyMap<FormField, string>;
  readonly nameState: UserNameState;
  readonly hasCopied: boolean;
  readonly set: (change: Partial<FormValues>) => void;
  readonly regenerate: () => void;
  readonly copyPassword: () => void;
}

export function userNameField(view: FormView): TemplateResult {
  return formField({
    id: 'userName',
    label: msg('User name'),
    problem: view.problems.get('userName'),
    hint: html`<span role="status">${userNameHint(view)}</span>`,
    control: (describedBy, isInvalid) =>
      html`<input
        id="userName"
        type="text"
        required
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${live(view.values.userName)}
        aria-invalid=${ifDefined(isInvalid)}
        aria-describedby=${describedBy}
        @input=${(event: Event) => view.set({ userName: fieldText(event) })}
      />`,
  });
}

function userNameHint({ values, nameState, problems, context }: FormView): unknown {
  if (problems.has('userName')) return nothing;
  if (nameState === 'checking') return msg('Checking whether it is free …');
  if (nameState === 'free') return html`<span class="good">${msg('This user name is free.')}</span>`;
  const { email } = context.row.contact;
  if (values.userName !== '' && values.userName === suggestedUserName(email))
    return msg('Suggested from the e-mail address.');
  return msg('What the person signs in with. It must be unique in the whole PSA.');
}

export function levelField(view: FormView): TemplateResult {
  const { securityLevels } = view.context.options;
  const active = securityLevels.filter(({ isActive }) => isActive);
  const isListed = active.some(({ id }) => id === view.values.securityLevel);
  return formField({
    id: 'securityLevel',
    label: msg('Security level'),
    problem: view.problems.get('securityLevel'),
    hint: levelHint(view),
    control: (describedBy, isInvalid) =>
      html`<select
        id="securityLevel"
        aria-invalid=${ifDefined(isInvalid)}
        aria-describedby=${describedBy}
        @change=${(event: Event) => view.set({ securityLevel: Number(fieldText(event)) })}
      >
        ${isListed ? nothing : html`<option selected disabled>${msg('No longer offered')}</option>`}
        ${levelGroup(msg('Client portal'), 'portal', active, view)}
        ${levelGroup('Taskfire', 'taskfire', active, view)}
      </select>`,
  });
}

function levelGroup(
  label: string,
  kind: SecurityLevel['kind'],
  levels: readonly SecurityLevel[],
  { values, context }: FormView,
): TemplateResult {
  const options = levels
    .filter((level) => level.kind === kind)
    .map(
      (level) =>
        html`<option
          value=${level.id}
          .selected=${level.id === values.securityLevel}
          ?disabled=${!taskfireLevelsNeedTaskfire(level, context.isTaskfireActive)}
        >
          ${level.name}
        </option>`,
    );
  return html`<optgroup label=${label}>${options}</optgroup>`;
}

function levelHint({ values, context, companyId }: FormView): unknown {
  const { securityLevels } = context.options;
  const chosen = securityLevels.find(({ id }) => id === values.securityLevel);
  if (!context.isTaskfireActive && securityLevels.some(({ kind }) => kind === 'taskfire'))
    return msg('Taskfire levels need Taskfire, which is off for this company.');
  if (chosen?.kind !== 'taskfire') return msg('What the person may see and do in the portal.');
  return isProviderCompany(companyId)
    ? msg('Taskfire users of your own company are for demonstration and are never billed.')
    : html`<span class="warn"
        >${msg('Each active user with a Taskfire level is billed as a Taskfire licence.')}</span
      >`;
}

export function formatFields(view: FormView): TemplateResult {
  const { dateFormats, timeFormats, numberFormats } = view.context.options;
  return html`<div class="formats">
    ${formatField('dateFormat', dateFormats, view)} ${formatField('timeFormat', timeFormats, view)}
    ${formatField('numberFormat', numberFormats, view)}
  </div>`;
}

function formatField(
  id: 'dateFormat' | 'timeFormat' | 'numberFormat',
  options: readonly Option[],
  view: FormView,
): TemplateResult {
  return formField({
    id,
    label: formatLabel(id),
    problem: view.problems.get(id),
    control: (describedBy, isInvalid) =>
      html`<select
        id=${id}
        aria-invalid=${ifDefined(isInvalid)}
        aria-describedby=${describedBy}
        @change=${(event: Event) => view.set({ [id]: Number(fieldText(event)) })}
      >
        ${options.map(
          (option) =>
            html`<option value=${option.value} .selected=${option.value === view.values[id]}>
              ${option.label}
            </option>`,
        )}
      </select>`,
  });
}

/** Only for a new account: the password of an existing one is the person's own. */
export function passwordField(view: FormView): TemplateResult {
  return formField({
    id: 'password',
    label: msg('Initial password'),
    problem: view.problems.get('password'),
    hint: msg(
      'The PSA’s interface asks for one and never shows it again, so hand it over yourself. It is not documented whether the PSA sends a welcome e-mail for a login that was created this way.',
    ),
    control: (describedBy, isInvalid) =>
      html`<div class="with-buttons">
        <input
          id="password"
          class="secret"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          .value=${live(view.values.password)}
          aria-invalid=${ifDefined(isInvalid)}
          aria-describedby=${describedBy}
          @input=${(event: Event) => view.set({ password: fieldText(event) })}
        />
        <button type="button" class="button" @click=${view.copyPassword}>
          ${view.hasCopied ? msg('Copied') : msg('Copy')}
        </button>
        <button type="button" class="button" @click=${view.regenerate}>${msg('Generate')}</button>
      </div>`,
  });
}

import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import {
  placeholders,
  taskfireLevelsNeedTaskfire,
  type Formats,
  type Option,
  type Placeholder,
  type PortalUserOptions,
  type SecurityLevel,
} from '../../model/index.js';
import { formatLabel } from '../contact-grid/contact-words.js';
import { patternKinds, type BulkForm, type FormProblem, type PatternKind } from './bulk-form.js';
import { patternProblemWords, placeholderName } from './bulk-words.js';

/** What the fields show, and how they report a change. */
export interface FieldsView {
  readonly form: BulkForm;
  readonly options: PortalUserOptions;
  readonly isTaskfireActive: boolean;
  /** Shown once somebody has asked to go on. */
  readonly problems: readonly FormProblem[];
  readonly set: (change: Partial<BulkForm>) => void;
  /** Puts a placeholder where the cursor is. */
  readonly insert: (placeholder: Placeholder) => void;
}

export function valueOf(event: Event): string {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    ? event.target.value
    : '';
}

function isChecked({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}

export function checkField(
  label: string,
  hint: string,
  value: boolean,
  set: (value: boolean) => void,
): TemplateResult {
  return html`<label class="check">
    <input type="checkbox" .checked=${live(value)} @change=${(event: Event) => set(isChecked(event))} />
    <span>${label} <span class="hint">${hint}</span></span>
  </label>`;
}

/** How new user names are made. */
export function patternFields(view: FieldsView, preview: unknown): TemplateResult {
  const { form, set } = view;
  return html`<fieldset>
    <legend>${msg('User names of new logins')}</legend>
    <div class="choices">
      ${patternKinds.map(
        (kind) =>
          html`<label class="check">
            <input
              type="radio"
              name="pattern"
              value=${kind}
              .checked=${live(form.patternKind === kind)}
              @change=${() => set({ patternKind: kind })}
            />
            <span>${patternKindWords(kind)}</span>
          </label>`,
      )}
    </div>
    ${form.patternKind === 'own' ? ownPattern(view) : nothing}
    ${form.patternKind === 'email' ? nothing : spelling(view)} ${preview}
  </fieldset>`;
}

function patternKindWords(kind: PatternKind): TemplateResult {
  switch (kind) {
    case 'email':
      return html`${msg('The e-mail address')}
        <span class="hint">${msg('as the PSA itself suggests')}</span>`;
    case 'first-last':
      return html`${msg('First and last name')} <code>jana.berger</code>`;
    case 'initial-last':
      return html`${msg('Initial and last name')} <code>jberger</code>`;
    case 'own':
      return html`${msg('A pattern of your own')}`;
  }
}

function ownPattern({ form, problems, set, insert }: FieldsView): TemplateResult {
  const problem = problems.find(({ field }) => field === 'pattern');
  const words = problem?.field === 'pattern' ? patternProblemWords(problem.problem) : '';
  return html`<div class="field">
    <label for="pattern">${msg('Pattern')}</label>
    <input
      id="pattern"
      type="text"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${live(form.ownPattern)}
      aria-invalid=${ifDefined(problem && 'true')}
      aria-describedby="pattern-problem"
      @input=${(event: Event) => set({ ownPattern: valueOf(event) })}
    />
    <p id="pattern-problem" class="problem">${words}</p>
    <div class="parts" role="group" aria-label=${msg('Parts of the pattern')}>
      ${placeholders.map(
        (one) =>
          html`<button type="button" class="part" @click=${() => insert(one)}>
            <code>{${one}}</code> ${placeholderName(one)}
          </button>`,
      )}
    </div>
  </div>`;
}

function spelling({ form, set }: FieldsView): TemplateResult {
  return html`<div class="choices">
    ${checkField(
      msg('Spell umlauts and accents out'),
      msg('Jürgen becomes juergen. The PSA accepts no other letters.'),
      form.isTransliterated,
      (isTransliterated) => set({ isTransliterated }),
    )}
    ${checkField(msg('Small letters only'), '', form.isLowerCase, (isLowerCase) => set({ isLowerCase }))}
  </div>`;
}

/** The levels that can be given, in their two kinds. */
export function levelOptions(
  levels: readonly SecurityLevel[],
  chosen: number | null,
  isTaskfireActive: boolean,
): TemplateResult[] {
  const kinds = [
    ['portal', msg('Client portal')],
    ['taskfire', 'Taskfire'],
  ] as const;
  return kinds.map(
    ([kind, label]) =>
      html`<optgroup label=${label}>
        ${levels
          .filter((level) => level.kind === kind && level.isActive)
          .map(
            (level) =>
              html`<option
                value=${level.id}
                .selected=${level.id === chosen}
                ?disabled=${!taskfireLevelsNeedTaskfire(level, isTaskfireActive)}
              >
                ${level.name}
              </option>`,
          )}
      </optgroup>`,
  );
}

const formatNames = ['dateFormat', 'timeFormat', 'numberFormat'] as const satisfies (keyof Formats)[];

/** Formats of new logins. */
export function newFormatFields({ form, options, set }: FieldsView): TemplateResult {
  return html`<fieldset>
    <legend>${msg('Formats of new logins')}</legend>
    <div class="formats">
      ${formatNames.map((name) =>
        formatField(name, options, form.newFormats[name], (value) => {
          if (value !== undefined) set({ newFormats: { ...form.newFormats, [name]: value } });
        }),
      )}
    </div>
  </fieldset>`;
}

/** Which formats change; the others stay. */
export function changedFormatFields({ form, options, problems, set }: FieldsView): TemplateResult {
  const isMissing = problems.some(({ field }) => field === 'formats');
  return html`<fieldset aria-describedby="formats-problem">
    <legend>${msg('New formats')}</legend>
    <div class="formats">
      ${formatNames.map((name) => {
        const { [name]: chosen, ...others } = form.changedFormats;
        const change = (value: number | undefined): void =>
          set({ changedFormats: value === undefined ? others : { ...others, [name]: value } });
        return formatField(name, options, chosen, change, msg('as it is'));
      })}
    </div>
    <p id="formats-problem" class="problem" role="alert">
      ${isMissing ? msg('Choose at least one format.') : nothing}
    </p>
  </fieldset>`;
}

function formatField(
  name: (typeof formatNames)[number],
  options: PortalUserOptions,
  chosen: number | undefined,
  set: (value: number | undefined) => void,
  none?: string,
): TemplateResult {
  const onChange = (event: Event): void => {
    const value = valueOf(event);
    set(value === '' ? undefined : Number(value));
  };
  return html`<div class="field">
    <label for=${name}>${formatLabel(name)}</label>
    <select id=${name} @change=${onChange}>
      ${none === undefined ? nothing : html`<option value="" .selected=${chosen === undefined}>${none}</option>`}
      ${listOf(name, options).map(
        ({ value, label }) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
      )}
    </select>
  </div>`;
}

function listOf(name: (typeof formatNames)[number], options: PortalUserOptions): readonly Option[] {
  if (name === 'dateFormat') return options.dateFormats;
  return name === 'timeFormat' ? options.timeFormats : options.numberFormats;
}

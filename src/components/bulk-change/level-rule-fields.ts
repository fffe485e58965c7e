import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { isProviderCompany } from '../../model/index.js';
import type { RuleDraft } from './bulk-form.js';
import { levelOptions, valueOf, type FieldsView } from './bulk-fields.js';

/** By which rules contacts get their level: the first one that fits decides. */
export function levelFields(view: FieldsView, companyId: number): TemplateResult {
  const { form, set, problems } = view;
  const isChange = form.action === 'change-level';
  const isMissing = problems.some(({ field }) => field === 'otherwise');
  return html`<fieldset>
    <legend>${isChange ? msg('New security level') : msg('Security level')}</legend>
    ${
      form.rules.length === 0
        ? nothing
        : html`<ol class="rules">
            ${repeat(
              form.rules,
              ({ key }) => key,
              (rule, place) => ruleField(view, rule, place),
            )}
          </ol>`
    }
    <div class="otherwise">
      <label for="otherwise">${form.rules.length === 0 ? msg('All get') : msg('All others get')}</label>
      <select
        id="otherwise"
        aria-invalid=${ifDefined(isMissing ? 'true' : undefined)}
        aria-describedby="otherwise-problem level-hint"
        @change=${(event: Event) => set({ otherwise: idOf(event) })}
      >
        <option value="" .selected=${form.otherwise === null}>
          ${isChange ? msg('the level that they have') : msg('none: they are refused')}
        </option>
        ${levelOptions(view.options.securityLevels, form.otherwise, view.isTaskfireActive)}
      </select>
      <button type="button" class="button add-rule" @click=${() => set({ rules: withRule(view) })}>
        ${msg('Add a rule')}
      </button>
    </div>
    <p id="otherwise-problem" class="problem">
      ${isMissing ? msg('Choose a level, or add a rule.') : nothing}
    </p>
    <p id="level-hint" class="hint">${levelHint(view, companyId)}</p>
  </fieldset>`;
}

function levelHint({ isTaskfireActive, options }: FieldsView, companyId: number): string {
  const hasTaskfire = options.securityLevels.some(({ kind }) => kind === 'taskfire');
  if (!hasTaskfire) return '';
  if (!isTaskfireActive) return msg('Taskfire levels need Taskfire, which is off for this company.');
  return isProviderCompany(companyId)
    ? msg('Taskfire users of your own company are for demonstration and are never billed.')
    : msg('Each active user with a Taskfire level is billed as a Taskfire licence.');
}

function ruleField(view: FieldsView, rule: RuleDraft, place: number): TemplateResult {
  const { form, set, problems } = view;
  const change = (changed: Partial<RuleDraft>): void =>
    set({ rules: form.rules.map((one) => (one.key === rule.key ? { ...one, ...changed } : one)) });
  const isEmpty = problems.some((one) => one.field === 'rule' && one.key === rule.key);
  const number = place + 1;
  return html`<li>
    <div class="rule" role="group" aria-label=${msg(str`Rule ${number}`)}>
      <select
        aria-label=${msg('Condition')}
        @change=${(event: Event) =>
          change({ when: valueOf(event) === 'email-domain' ? 'email-domain' : 'title-contains' })}
      >
        <option value="title-contains" .selected=${rule.when === 'title-contains'}>
          ${msg('If the title contains')}
        </option>
        <option value="email-domain" .selected=${rule.when === 'email-domain'}>
          ${msg('If the e-mail domain is')}
        </option>
      </select>
      <input
        type="text"
        data-rule=${rule.key}
        aria-label=${rule.when === 'title-contains' ? msg('Part of the title') : msg('E-mail domain')}
        placeholder=${rule.when === 'title-contains' ? msg('manager') : 'example.com'}
        .value=${live(rule.text)}
        aria-invalid=${ifDefined(isEmpty ? 'true' : undefined)}
        @input=${(event: Event) => change({ text: valueOf(event) })}
      />
      <select
        aria-label=${msg('Security level')}
        @change=${(event: Event) => change({ level: idOf(event) ?? 0 })}
      >
        ${levelOptions(view.options.securityLevels, rule.level, view.isTaskfireActive)}
      </select>
      <button
        type="button"
        class="button"
        aria-label=${msg(str`Move rule ${number} up`)}
        aria-disabled=${place === 0 ? 'true' : 'false'}
        @click=${() => set({ rules: movedUp(form.rules, place) })}
      >
        ↑
      </button>
      <button
        type="button"
        class="button remove-rule"
        aria-label=${msg(str`Remove rule ${number}`)}
        @click=${() => set({ rules: form.rules.filter(({ key }) => key !== rule.key) })}
      >
        ✕
      </button>
      ${isEmpty ? html`<p class="problem">${msg('Enter what the rule looks for, or remove it.')}</p>` : nothing}
    </div>
  </li>`;
}

function idOf(event: Event): number | null {
  const value = valueOf(event);
  return value === '' ? null : Number(value);
}

function withRule({ form, options, isTaskfireActive }: FieldsView): RuleDraft[] {
  const key = Math.max(0, ...form.rules.map((rule) => rule.key)) + 1;
  const levels = options.securityLevels.filter(
    ({ isActive, kind }) => isActive && (kind === 'portal' || isTaskfireActive),
  );
  const level = levels.find(({ id }) => id !== form.otherwise) ?? levels[0];
  return [...form.rules, { key, when: 'title-contains', text: '', level: level?.id ?? 0 }];
}

function movedUp(rules: readonly RuleDraft[], place: number): RuleDraft[] {
  const moved = [...rules];
  const [rule] = moved.splice(place, 1);
  if (rule !== undefined) moved.splice(Math.max(0, place - 1), 0, rule);
  return moved;
}

import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { BulkContext, BulkTarget } from '../../model/index.js';
import { notice, numberWords } from '../shared/index.js';
import { requestOf } from './bulk-form.js';
import {
  changedFormatFields,
  checkField,
  newFormatFields,
  patternFields,
  type FieldsView,
} from './bulk-fields.js';
import { levelFields } from './level-rule-fields.js';
import { namePreview } from './name-preview.js';
import type { OpenQuestions } from './shown-plan.js';

export interface RulesContext {
  readonly companyId: number;
  readonly targets: readonly BulkTarget[];
  readonly context: BulkContext;
  readonly title: string;
  /** What the rules are still needed for. */
  readonly open: OpenQuestions;
  /** User names that somebody else has taken meanwhile, where contacts are planned again; undefined otherwise. */
  readonly takenNames: readonly string[] | undefined;
}

/** The first step: what the chosen contacts get. */
export function rulesStage(view: FieldsView, rules: RulesContext): TemplateResult {
  const { action } = view.form;
  return html`<div class="stage">
    <h3 id="stage" tabindex="-1">${rules.title}</h3>
    ${rules.takenNames === undefined ? nothing : againNotice(rules.takenNames)}
    ${action === 'activate' ? activationRules(view, rules) : nothing}
    ${action === 'change-level' ? levelFields(view, rules.companyId) : nothing}
    ${action === 'change-formats' ? changedFormatFields(view) : nothing}
  </div>`;
}

/** Names in a sentence; more are counted. */
const NAMED = 5;

function againNotice(takenNames: readonly string[]): TemplateResult {
  const more = takenNames.length - NAMED;
  const names = takenNames.slice(0, NAMED).join(', ');
  const all = more > 0 ? msg(str`${names} and ${numberWords(more)} more`) : names;
  return notice({
    tone: 'info',
    title: msg('Everything else stays as it was planned.'),
    text:
      takenNames.length === 0
        ? msg('Say only what the PSA has refused.')
        : msg(str`Somebody else has these user names by now: ${all}. Choose how the new ones are made.`),
  });
}

function activationRules(view: FieldsView, rules: RulesContext): TemplateResult {
  const { companyId, targets, context, open } = rules;
  return html`${open.names ? patternFields(view, namePreview(requestOf(view.form), targets, context)) : nothing}
  ${open.level ? levelFields(view, companyId) : nothing} ${open.formats ? newFormatFields(view) : nothing}
  ${rules.takenNames === undefined ? extraFields(view) : nothing}`;
}

function extraFields({ form, set }: FieldsView): TemplateResult {
  return html`<div class="extras choices">
    ${checkField(
      msg('Only contacts with an e-mail address'),
      msg('Without one nobody can reset the password.'),
      form.needsEmail,
      (needsEmail) => set({ needsEmail }),
    )}
    ${checkField(
      msg('Inactive logins get level and formats from these rules too'),
      msg('Otherwise they are activated again as they were. They keep their user name either way.'),
      form.renewsInactive,
      (renewsInactive) => set({ renewsInactive }),
    )}
  </div>`;
}

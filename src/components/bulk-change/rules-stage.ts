import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { BulkContext, BulkTarget } from '../../model/index.js';
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

export interface RulesContext {
  readonly companyId: number;
  readonly targets: readonly BulkTarget[];
  readonly context: BulkContext;
  readonly title: string;
}

/** The first step: what the chosen contacts get. */
export function rulesStage(view: FieldsView, rules: RulesContext): TemplateResult {
  const { action } = view.form;
  return html`<div class="stage">
    <h3 id="stage" tabindex="-1">${rules.title}</h3>
    ${action === 'activate' ? activationRules(view, rules) : nothing}
    ${action === 'change-level' ? levelFields(view, rules.companyId) : nothing}
    ${action === 'change-formats' ? changedFormatFields(view) : nothing}
  </div>`;
}

function activationRules(view: FieldsView, { companyId, targets, context }: RulesContext): TemplateResult {
  const { form, set } = view;
  return html`${patternFields(view, namePreview(requestOf(form), targets, context))}
    ${levelFields(view, companyId)} ${newFormatFields(view)}
    <div class="extras choices">
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

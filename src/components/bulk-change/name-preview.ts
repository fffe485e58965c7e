import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import {
  planBulk,
  summaryOf,
  type BulkContext,
  type BulkRequest,
  type BulkTarget,
} from '../../model/index.js';
import { numberWords } from '../shared/index.js';
import { reasonCounts } from './bulk-words.js';

/** Looked at while somebody types: a plan for 100,000 contacts would take longer than a keystroke. */
const LOOKED_AT = 500;
const SHOWN = 4;

/** The first user names that the rules give, and how many contacts would be refused. */
export function namePreview(
  request: BulkRequest,
  targets: readonly BulkTarget[],
  context: BulkContext,
): TemplateResult {
  const first = targets.slice(0, LOOKED_AT);
  const steps = planBulk(request, first, context);
  const created = steps.flatMap((step) => (step.action === 'create' ? [step] : [])).slice(0, SHOWN);
  const summary = summaryOf(steps, context.options.securityLevels);
  const count = numberWords(summary.refused);
  const looked = numberWords(steps.length);
  return html`<div class="preview" role="group" aria-label=${msg('Preview')}>
    ${
      created.length === 0
        ? html`<p class="hint">${msg('None of these contacts gets a new login.')}</p>`
        : html`<ul>
            ${created.map(
              ({ contactName, account }) =>
                html`<li><span>${contactName}</span> <code>${account.userName}</code></li>`,
            )}
          </ul>`
    }
    ${
      summary.refused === 0
        ? nothing
        : html`<p class="hint">
            ${
              targets.length > first.length
                ? msg(str`Of the first ${looked}, ${count} would be refused: ${reasonCounts(summary)}.`)
                : msg(str`${count} would be refused: ${reasonCounts(summary)}.`)
            }
          </p>`
    }
  </div>`;
}

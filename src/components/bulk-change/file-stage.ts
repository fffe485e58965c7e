import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BulkAction } from '../../model/index.js';
import { actionName } from './bulk-words.js';

const actions = [
  'activate',
  'deactivate',
  'change-level',
  'change-formats',
] as const satisfies readonly BulkAction[];

export interface FileView {
  readonly action: BulkAction;
  /** Somebody wanted to go on without a contact. */
  readonly isMissing: boolean;
  readonly choose: (action: BulkAction) => void;
}

/** Under the file: what shall happen to the contacts that it names. */
export function fileFields({ action, isMissing, choose }: FileView): TemplateResult {
  return html`<fieldset>
    <legend>${msg('What shall happen with these contacts')}</legend>
    <div class="choices">
      ${actions.map(
        (one) =>
          html`<label class="check">
            <input
              type="radio"
              name="action"
              value=${one}
              .checked=${live(one === action)}
              @change=${() => choose(one)}
            />
            <span>${actionName(one)}</span>
          </label>`,
      )}
    </div>
    <p class="hint">
      ${msg('User names, levels and formats that the file gives go before the rules of the next step.')}
    </p>
    <p id="file-problem" class="problem" role="alert">
      ${isMissing ? msg('Choose a file that names at least one contact of this company.') : nothing}
    </p>
  </fieldset>`;
}

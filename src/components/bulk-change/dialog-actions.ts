import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

/** Where the dialog stands. */
export type Stage = 'file' | 'rules' | 'planning' | 'plan';

export interface ActionsView {
  readonly stage: Stage;
  /** Where "Back" leads; undefined where there is nothing before. */
  readonly before: Stage | undefined;
  /** The next step is the table, not the rules. */
  readonly isLastBeforePlan: boolean;
  readonly canGoOn: boolean;
  readonly canStart: boolean;
  readonly isStarting: boolean;
  /** What is started, for example "Activate 12 contacts". */
  readonly startLabel: string;
  readonly cancel: () => void;
  readonly enter: (stage: Stage) => void;
  readonly goOn: () => void;
  readonly start: () => void;
}

/** The buttons of the dialog. Those that lead nowhere now can be reached all the same, so that they are not missed. */
export function dialogActions(view: ActionsView): TemplateResult {
  const { before } = view;
  return html`<button slot="actions" type="button" class="button cancel" @click=${view.cancel}>
      ${msg('Cancel')}
    </button>
    ${
      before === undefined
        ? nothing
        : html`<button slot="actions" type="button" class="button back" @click=${() => view.enter(before)}>
            ${msg('Back')}
          </button>`
    }
    ${view.stage === 'plan' ? startButton(view) : goOnButton(view)}`;
}

function goOnButton({ isLastBeforePlan, canGoOn, goOn }: ActionsView): TemplateResult {
  return html`<button
    slot="actions"
    type="button"
    class="button primary check-plan"
    aria-disabled=${canGoOn ? 'false' : 'true'}
    @click=${() => (canGoOn ? goOn() : undefined)}
  >
    ${isLastBeforePlan ? msg('Check what will happen') : msg('Continue')}
  </button>`;
}

function startButton({ canStart, isStarting, startLabel, start }: ActionsView): TemplateResult {
  const isPossible = canStart && !isStarting;
  return html`<button
    slot="actions"
    type="button"
    class="button primary start"
    aria-disabled=${isPossible ? 'false' : 'true'}
    @click=${() => (isPossible ? start() : undefined)}
  >
    ${isStarting ? html`<span class="spinner" aria-hidden="true"></span>` : nothing} ${startLabel}
  </button>`;
}

import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Job } from '../../contract/index.js';
import type { JobAction } from './job-steering.js';
import { longWait } from './job-words.js';

export interface ActionSituation {
  /** Another job takes it back, or has done so. */
  readonly isUndone: boolean;
  /** Somebody can make a new plan of what failed. */
  readonly canPlanAgain: boolean;
}

/** What can be done with the job as it stands. */
export function possibleActions(job: Job, { isUndone, canPlanAgain }: ActionSituation): JobAction[] {
  switch (job.state) {
    case 'running':
      return canTryNow(job) ? ['pause', 'resume', 'cancel'] : ['pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'cancelled':
    case 'finished': {
      const canRetry = job.state === 'finished' && job.counts.failed > 0;
      // Only new logins have something to decide anew: a user name that somebody else has taken meanwhile.
      const isPlan = job.kind === 'activate' && job.undoes === null;
      const canUndo = job.counts.done > 0 && !isUndone;
      return [
        ...(canRetry ? (['retry'] as const) : []),
        ...(canRetry && isPlan && canPlanAgain ? (['plan-again'] as const) : []),
        ...(canUndo ? (['undo'] as const) : []),
        'forget',
      ];
    }
  }
}

/** Before the hour is over the API would only refuse again. */
function canTryNow(job: Job): boolean {
  const waiting = longWait(job);
  return waiting !== undefined && waiting.error.code !== 'rate-limited';
}

function actionWords(action: JobAction, job: Job): string {
  switch (action) {
    case 'pause':
      return msg('Pause');
    case 'resume':
      return job.state === 'running' ? msg('Try now') : msg('Go on');
    case 'cancel':
      return msg('Cancel job …');
    case 'retry':
      return msg('Try what failed again');
    case 'plan-again':
      return msg('Plan what failed again …');
    case 'undo':
      return msg('Undo …');
    case 'forget':
      return msg('Remove …');
  }
}

/**
 * The buttons. They stay focusable while an action is under way, and pausing and going on share one button, so that the
 * focus stays on it when it turns into the other.
 */
export function actionButtons(
  job: Job,
  actions: readonly JobAction[],
  busy: JobAction | undefined,
  run: (action: JobAction) => void,
): TemplateResult {
  const isShared = !(actions.includes('pause') && actions.includes('resume'));
  const keyOf = (action: JobAction): string =>
    isShared && (action === 'pause' || action === 'resume') ? 'go' : action;
  return html`<div class="actions">
    ${repeat(
      actions,
      keyOf,
      (action) =>
        html`<button
          type="button"
          class="button ${action === 'retry' ? 'primary' : ''}"
          data-action=${action}
          aria-disabled=${busy === undefined ? 'false' : 'true'}
          @click=${() => run(action)}
        >
          ${busy === action ? html`<span class="spinner" aria-hidden="true"></span>` : ''}
          ${actionWords(action, job)}
        </button>`,
    )}
  </div>`;
}

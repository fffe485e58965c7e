import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { sortName } from '../../model/index.js';
import { describeError, notice } from '../shared/index.js';
import { button } from './grid-notices.js';
import { problemWords } from './problem-words.js';
import type { Deed, RowResult } from './row-changes.js';

/** What can be done about a result. */
export interface ResultActions {
  readonly undo: (result: RowResult) => void;
  readonly retry: (result: RowResult) => void;
  readonly dismiss: (result: RowResult) => void;
}

/** How the last change of a row ended, with the way back or on. */
export function resultNotice(result: RowResult, actions: ResultActions): TemplateResult {
  const dismiss = button(msg('Dismiss'), () => actions.dismiss(result));
  const isFailed = result.state === 'failed';
  const reason = appsReason(result);
  const canUndo = !isFailed && result.deed !== 'activated';
  return notice({
    tone: isFailed ? 'bad' : 'good',
    title: resultWords(result),
    text: html`${failureWords(result)} ${reason === undefined ? nothing : html`<q>${reason}</q>`}`,
    actions: [
      ...(canUndo ? [button(msg('Undo'), () => actions.undo(result))] : []),
      ...(isFailed ? [button(msg('Try again'), () => actions.retry(result))] : []),
      dismiss,
    ],
  });
}

/** The same for those who cannot see it. */
export function spokenResult(result: RowResult): string {
  return [resultWords(result), appsReason(result) ?? ''].join(' ').trim();
}

/** The result as a sentence. */
function resultWords({ state, deed, row }: RowResult): string {
  const name = sortName(row.contact);
  return state === 'failed' ? failedWords(deed, name) : doneWords(deed, name);
}

function doneWords(deed: Deed, name: string): string {
  switch (deed) {
    case 'activated':
      return msg(str`${name} can sign in to the portal now.`);
    case 'reactivated':
      return msg(str`${name} can sign in to the portal again.`);
    case 'deactivated':
      return msg(str`The portal login of ${name} is deactivated.`);
    case 'changed':
      return msg(str`The portal login of ${name} is changed.`);
  }
}

function failedWords(deed: Deed, name: string): string {
  switch (deed) {
    case 'activated':
    case 'reactivated':
      return msg(str`The portal login of ${name} was not activated.`);
    case 'deactivated':
      return msg(str`The portal login of ${name} was not deactivated.`);
    case 'changed':
      return msg(str`The portal login of ${name} was not changed.`);
  }
}

/** Why whoever embeds the list refused it, in their words. */
function appsReason({ failure }: RowResult): string | undefined {
  const forbidden = failure?.error.as('forbidden');
  return forbidden?.reason === 'refused-by-app' ? forbidden.detail : undefined;
}

function failureWords({ failure }: RowResult): string {
  if (failure === undefined) return '';
  const problems = failure.error.as('validation')?.problems ?? [];
  if (problems.length > 0) return problems.map(problemWords).join(' ');
  const { what, why, next } = describeError(failure.error);
  const doubt = failure.isUncertain ? ` ${msg('Whether it was saved is not known.')}` : '';
  return `${what} ${why}${doubt} ${next}`;
}

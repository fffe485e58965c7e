import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FrequentFailure, SsoEventType } from '../../model/index.js';
import { numberWords } from '../shared/index.js';
import { RECENT_DAYS } from './sso-rows.js';
import type { SsoTimes } from './sso-times.js';
import { outcomeWords } from './sso-words.js';

/** More kinds are in the grid. */
const MOST_KINDS = 3;

export interface SummaryActions {
  readonly show: (type: SsoEventType) => void;
  readonly explain: (type: SsoEventType) => void;
}

/** What failed most in the last days, with a way to see it and one to mend it. */
export function failureSummary(
  failures: readonly FrequentFailure[],
  times: SsoTimes,
  actions: SummaryActions,
): TemplateResult {
  const days = RECENT_DAYS;
  if (failures.length === 0)
    return html`<p class="summary calm">
      <span class="pill good">${msg(str`No sign-in failed in the last ${days} days.`)}</span>
    </p>`;
  const others = failures.length - MOST_KINDS;
  return html`<section class="summary" aria-labelledby="summary-title">
    <h3 id="summary-title">${msg(str`What failed in the last ${days} days`)}</h3>
    <ul>
      ${failures.slice(0, MOST_KINDS).map((failure) => line(failure, times, actions))}
    </ul>
    ${others > 0 ? html`<p class="quiet">${othersWords(others)}</p>` : nothing}
  </section>`;
}

function line(failure: FrequentFailure, times: SsoTimes, { show, explain }: SummaryActions): TemplateResult {
  const words = outcomeWords(failure.type);
  return html`<li data-type=${failure.type}>
    <span class="what"><b>${words}</b> <span class="quiet">${countWords(failure, times)}</span></span>
    <span class="ways">
      <button
        type="button"
        class="button plain"
        aria-label=${msg(str`Show: ${words}`)}
        @click=${() => show(failure.type)}
      >
        ${msg('Show')}
      </button>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        aria-label=${msg(str`What to do: ${words}`)}
        @click=${() => explain(failure.type)}
      >
        ${msg('What to do')}
      </button>
    </span>
  </li>`;
}

/** "12 times, 8 people, 3 of them have not signed in since; last on …" */
function countWords({ count, people, stillOut, lastAt }: FrequentFailure, times: SsoTimes): string {
  const parts = [
    count === 1 ? msg('once') : msg(str`${numberWords(count)} times`),
    people === 1 ? msg('1 person') : msg(str`${numberWords(people)} people`),
    outWords(people, stillOut),
    msg(str`last ${times.short(Date.parse(lastAt))}`),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function outWords(people: number, stillOut: number): string {
  if (stillOut === 0) return people === 1 ? msg('signed in since') : msg('all signed in since');
  if (stillOut === people) return people === 1 ? msg('not signed in since') : msg('none signed in since');
  return msg(str`${numberWords(stillOut)} of them not signed in since`);
}

function othersWords(count: number): string {
  return count === 1
    ? msg('1 more kind of failure is in the list below.')
    : msg(str`${count} more kinds of failures are in the list below.`);
}

import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DayOfSignIns } from '../../model/index.js';
import { define, numberWords, PortalElement } from '../shared/index.js';
import { dayBars } from './day-bars.js';
import { ssoChartStyles } from './sso-chart.styles.js';
import { dayWords } from './sso-times.js';

/**
 * L4: how many sign-ins succeeded and failed on each day, as bars or as a table. A day can be chosen in both.
 *
 * @summary Give it `days`, `shownDay` (the chosen one) and `choose`.
 */
@localized()
export class PortalSsoChart extends PortalElement {
  static override styles = ssoChartStyles;

  /** Oldest first. */
  @property({ attribute: false }) days: readonly DayOfSignIns[] = [];
  /** As `2026-11-24`. */
  @property({ attribute: false }) shownDay: string | undefined;
  /** Called with the day to show, with undefined for all of them. */
  @property({ attribute: false }) choose: (day: string | undefined) => void = () => undefined;

  @state() private isTable = false;
  /** The day that the keyboard or the pointer is at; the last one at first. */
  @state() private at: string | undefined;

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title" aria-describedby="sum">
      <div class="head">
        <h3 id="title">${msg('Sign-ins per day')}</h3>
        ${this.isTable ? nothing : legend()}
        <div class="switch-view" role="group" aria-label=${msg('Shown as')}>
          ${this.#viewButton(false, msg('Chart'))} ${this.#viewButton(true, msg('Table'))}
        </div>
      </div>
      <p class="sum" id="sum">${sumWords(this.days)}</p>
      ${this.isTable ? this.#table() : this.#chart()}
    </section>`;
  }

  #viewButton(isTable: boolean, label: string): TemplateResult {
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${this.isTable === isTable}
      @click=${() => (this.isTable = isTable)}
    >
      ${label}
    </button>`;
  }

  #chart(): TemplateResult {
    const at = this.#current;
    const day = this.days.find((one) => one.day === at);
    return html`<div class="plot">
        <div class="frame">${dayBars(this.days, (one) => dayWords(one, 'short'))}</div>
        <div
          class="days"
          role="group"
          aria-label=${msg('Days, the oldest first. Arrow keys go from day to day, Enter shows one in the list.')}
          @keydown=${this.#onKeydown}
          @pointerleave=${() => (this.at = undefined)}
        >
          ${this.days.map((one) => this.#dayButton(one, at))}
        </div>
      </div>
      <p class="about" aria-hidden="true">${day === undefined ? nothing : countWords(day)}</p>`;
  }

  get #current(): string | undefined {
    const isThere = this.days.some(({ day }) => day === this.at);
    return isThere ? this.at : (this.shownDay ?? this.days.at(-1)?.day);
  }

  #dayButton(day: DayOfSignIns, current: string | undefined): TemplateResult {
    return html`<button
      type="button"
      data-day=${day.day}
      tabindex=${day.day === current ? 0 : -1}
      aria-pressed=${day.day === this.shownDay}
      aria-label=${countWords(day)}
      @click=${() => this.#toggle(day.day)}
      @focus=${() => (this.at = day.day)}
      @pointerenter=${() => (this.at = day.day)}
    ></button>`;
  }

  #table(): TemplateResult {
    // The scroll box can be reached by keyboard through the buttons in it.
    return html`<div class="table">
      <table>
        <caption class="visually-hidden">
          ${msg('Sign-ins per day')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${msg('Day')}</th>
            <th scope="col" class="number">${msg('Succeeded')}</th>
            <th scope="col" class="number">${msg('Failed')}</th>
          </tr>
        </thead>
        <tbody>
          ${[...this.days].reverse().map((day) => this.#tableRow(day))}
        </tbody>
      </table>
    </div>`;
  }

  #tableRow({ day, successes, failures }: DayOfSignIns): TemplateResult {
    const isShown = day === this.shownDay;
    return html`<tr aria-current=${isShown ? 'date' : nothing}>
      <th scope="row">
        <button type="button" class="link-button" aria-pressed=${isShown} @click=${() => this.#toggle(day)}>
          ${dayWords(day, 'long')}
        </button>
      </th>
      <td>${numberWords(successes)}</td>
      <td>${numberWords(failures)}</td>
    </tr>`;
  }

  #toggle(day: string): void {
    this.choose(day === this.shownDay ? undefined : day);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const last = this.days.length - 1;
    const place = this.days.findIndex(({ day }) => day === this.#current);
    const targets: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: place - 1, ArrowRight: place + 1, PageUp: place - 7, PageDown: place + 7 },
      ...{ Home: 0, End: last },
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const day = this.days[Math.min(last, Math.max(0, target))]?.day;
    if (day !== undefined) void this.focusInside(`[data-day="${day}"]`);
  };
}

function legend(): TemplateResult {
  const sample = (className: string): TemplateResult =>
    html`<svg viewBox="0 0 10 12" aria-hidden="true">
      <line class=${className} x1="5" y1="12" x2="5" y2="0"></line>
    </svg>`;
  return html`<ul class="legend">
    <li>${sample('succeeded')} ${msg('Succeeded')}</li>
    <li>${sample('failed')} ${msg('Failed')}</li>
  </ul>`;
}

function countWords({ day, successes, failures }: DayOfSignIns): string {
  return msg(
    str`${dayWords(day, 'long')}: ${numberWords(successes)} succeeded, ${numberWords(failures)} failed`,
  );
}

/** The chart in a sentence. */
function sumWords(days: readonly DayOfSignIns[]): string {
  const sum = (count: (day: DayOfSignIns) => number): number =>
    days.reduce((total, day) => total + count(day), 0);
  const failures = sum((day) => day.failures);
  const succeeded = numberWords(sum((day) => day.successes));
  if (failures === 0) return msg(str`${succeeded} sign-ins succeeded in 30 days, none failed.`);
  const worst = days.reduce((most, day) => (day.failures > most.failures ? day : most));
  const failed = numberWords(failures);
  const most = numberWords(worst.failures);
  return msg(
    str`${succeeded} sign-ins succeeded and ${failed} failed in 30 days; most failed on ${dayWords(worst.day, 'long')}: ${most}.`,
  );
}

define('portal-sso-chart', PortalSsoChart);

declare global {
  interface HTMLElementTagNameMap {
    'portal-sso-chart': PortalSsoChart;
  }
}

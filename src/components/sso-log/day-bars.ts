import { html, svg, type TemplateResult } from 'lit';
import type { DayOfSignIns } from '../../model/index.js';
import { numberWords, styled } from '../shared/index.js';

/** A label under each day of the week that is today's. */
const LABEL_EVERY = 7;
/** Lines of the scale above its ground, at most: more would stand too close in 120 pixels. */
const MOST_LINES = 4;

/**
 * The days as bars, failures upon successes, with a scale. All places are shares of the plot's own size, so nothing has to
 * follow the window.
 *
 * @param label the words under a day.
 */
export function dayBars(days: readonly DayOfSignIns[], label: (day: string) => string): TemplateResult {
  const scale = scaleFor(Math.max(...days.map(({ successes, failures }) => successes + failures), 0));
  const height = (count: number): string => share(1 - count / scale.top);
  const middle = (index: number): string => share((index + 0.5) / days.length);
  const bar = (index: number, from: number, to: number): unknown =>
    svg`<line class="bar" x1=${middle(index)} x2=${middle(index)} y1=${height(from)} y2=${height(to)}></line>`;
  return html`<svg class="bars" aria-hidden="true" ${styled({ '--_days': String(days.length) })}>
    <g class="scale">
      ${scale.lines.map(
        (count) =>
          svg`<line x1="0" x2="100%" y1=${height(count)} y2=${height(count)}></line>
            <text x="0" dx="-6" y=${height(count)} dy="0.35em">${numberWords(count)}</text>`,
      )}
    </g>
    <g class="dates">
      ${days.map(({ day }, index) =>
        isLabelled(index, days.length)
          ? svg`<text x=${middle(index)} y="100%" dy="16">${label(day)}</text>`
          : null,
      )}
    </g>
    <g class="succeeded">
      ${days.map(({ successes }, index) => (successes > 0 ? bar(index, 0, successes) : null))}
    </g>
    <g class="failed">
      ${days.map(({ successes, failures }, index) =>
        failures > 0 ? bar(index, successes, successes + failures) : null,
      )}
    </g>
  </svg>`;
}

/** A scale of whole numbers, one, two or five times a power of ten apart, up to the first that is not below the highest. */
export function scaleFor(highest: number): { readonly top: number; readonly lines: readonly number[] } {
  const high = Math.max(highest, MOST_LINES);
  const power = 10 ** Math.floor(Math.log10(high / MOST_LINES));
  const step = [1, 2, 5].map((times) => times * power).find((one) => high / one <= MOST_LINES) ?? 10 * power;
  const count = Math.ceil(high / step);
  return { top: count * step, lines: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

function isLabelled(index: number, count: number): boolean {
  return (count - 1 - index) % LABEL_EVERY === 0;
}

function share(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}

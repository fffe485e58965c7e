import { html, type TemplateResult } from 'lit';
import type { Job } from '../../contract/index.js';
import { styled } from '../shared/index.js';
import { countWords, leftOf, totalOf } from './job-words.js';

/** How far the job is: done, failed and refused as parts of the whole. The counts beside it say the same in words. */
export function progressBar({ counts }: Job): TemplateResult {
  const total = totalOf(counts);
  const settled = total - leftOf(counts);
  const words = countWords(counts).map((one) => one.words);
  const parts = ['done', 'failed', 'refused', 'cancelled'] as const;
  return html`<div
    class="bar"
    part="progress"
    role="progressbar"
    aria-labelledby="title"
    aria-valuemin="0"
    aria-valuemax=${total}
    aria-valuenow=${settled}
    aria-valuetext=${words.join(', ')}
  >
    ${parts.map((part) => html`<span class=${part} ${styled({ 'flex-grow': String(counts[part]) })}></span>`)}
    <span class="left" ${styled({ 'flex-grow': String(leftOf(counts)) })}></span>
  </div>`;
}

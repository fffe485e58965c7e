import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ref } from 'lit/directives/ref.js';
import { placePopover } from '../data-grid/place-popover.js';

/** In CSS pixels. */
const WIDTH = 300;

export interface CellMessageParts {
  /** By which the field names it as its description. */
  readonly id: string;
  readonly text: string;
  readonly tone: 'quiet' | 'warn' | 'bad';
}

/**
 * What there is to say about a field in a cell, below it and above everything else: a row of 36 pixels has no room for a
 * sentence. Empty text hides it.
 */
export function cellMessage({ id, text, tone }: CellMessageParts): TemplateResult {
  const place = (element: Element | undefined): void => {
    if (element instanceof HTMLElement) showAtCell(element, text !== '');
  };
  return html`<div
    id=${id}
    class="cell-message ${tone}"
    popover="manual"
    role=${ifDefined(tone === 'bad' ? 'alert' : 'status')}
    ${ref(place)}
  >
    ${text}
  </div>`;
}

function showAtCell(message: HTMLElement, isWanted: boolean): void {
  const cell = message.parentElement;
  if (!message.isConnected || cell === null) return;
  if (isWanted) placePopover(message, cell.getBoundingClientRect(), WIDTH);
  if (isWanted !== message.matches(':popover-open')) message.togglePopover(isWanted);
}

import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GridColumn } from './grid-column.js';
import type { ColumnView } from './grid-view.js';
import { placePopover } from './place-popover.js';
import type { ViewCommands } from './view-commands.js';

/** CSS pixels. */
const CHOOSER_WIDTH = 300;
const EXPORT_WIDTH = 240;

/** Opens under its button: which columns are shown, and in which order. */
export function columnChooser<Row>(
  columns: readonly GridColumn<Row>[],
  commands: ViewCommands<Row>,
): TemplateResult {
  return html`<button type="button" class="button" popovertarget="chooser" aria-haspopup="dialog">
      ${msg('Columns')}
    </button>
    <div
      id="chooser"
      class="popover"
      popover="auto"
      role="dialog"
      aria-label=${msg('Columns')}
      @beforetoggle=${placeUnderButton(CHOOSER_WIDTH)}
    >
      <ul class="group">
        ${commands.columnViews.map((view) => entry(columns, view, commands))}
      </ul>
      <div class="group">
        <button type="button" class="item" @click=${() => commands.resetColumns()}>
          ${msg('As they were at first')}
        </button>
      </div>
    </div>`;
}

function entry<Row>(
  columns: readonly GridColumn<Row>[],
  { id, isHidden }: ColumnView,
  commands: ViewCommands<Row>,
): unknown {
  const column = columns.find((one) => one.id === id);
  if (column === undefined || column.isControls) return nothing;
  const label = column.label();
  const isForced = column.isFixed === true || column.isShownNow?.() === true;
  const move = (words: string, sign: string, step: -1 | 1): TemplateResult =>
    html`<button
      type="button"
      class="small"
      aria-label=${words}
      title=${words}
      ?disabled=${isHidden}
      @click=${() => commands.move(id, step)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  return html`<li>
    <label class="choice"
      ><input
        type="checkbox"
        .checked=${live(!isHidden || isForced)}
        ?disabled=${isForced}
        @change=${() => commands.setHidden(id, !isHidden)}
      />
      ${label}</label
    >
    ${
      column.isFixed
        ? nothing
        : [
            move(msg(str`Move ${label} towards the start`), '↑', -1),
            move(msg(str`Move ${label} towards the end`), '↓', 1),
          ]
    }
  </li>`;
}

/** Opens under its button: the rows that are shown as a CSV file. */
export function exportMenu(save: (hasHidden: boolean) => void): TemplateResult {
  const item = (label: string, hasHidden: boolean): TemplateResult =>
    html`<button
      type="button"
      class="item"
      popovertarget="export"
      popovertargetaction="hide"
      @click=${() => save(hasHidden)}
    >
      ${label}
    </button>`;
  return html`<button type="button" class="button" popovertarget="export" aria-haspopup="dialog">
      ${msg('Export')}
    </button>
    <div
      id="export"
      class="popover"
      popover="auto"
      role="dialog"
      aria-label=${msg('Export')}
      @beforetoggle=${placeUnderButton(EXPORT_WIDTH)}
    >
      <div class="group">
        ${item(msg('CSV of the shown columns'), false)}
        ${item(msg('CSV of all columns, hidden ones too'), true)}
      </div>
    </div>`;
}

function placeUnderButton(width: number): (event: ToggleEvent) => void {
  return ({ newState, target }) => {
    if (newState !== 'open' || !(target instanceof HTMLElement)) return;
    const button = target.previousElementSibling;
    if (button !== null) placePopover(target, button.getBoundingClientRect(), width);
  };
}

import { css } from 'lit';

const sheetStyles = css`
  /* As high as a row, as wide as the header is high: what the body calculates with. */
  .probe {
    position: absolute;
    inline-size: var(--_control-height);
    block-size: var(--_row-height);
    visibility: hidden;
    pointer-events: none;
  }
  .scroller {
    --_side: left;
    position: relative;
    max-block-size: var(--portal-grid-max-block-size, min(680px, 78vh));
    overflow: auto;
    overscroll-behavior-inline: contain;
    contain: content;
    scroll-padding-block-start: var(--_head);
    scroll-padding-inline: calc(var(--_pinned-width, 0px) + 2px) 46px;
  }
  .scroller:focus-visible {
    outline: none;
  }
  .scroller:dir(rtl) {
    --_side: right;
  }
  .sheet {
    position: relative;
  }
  .rows {
    position: relative;
    contain: strict;
  }
  .row {
    display: grid;
    grid-template-columns: var(--_tracks);
  }
  .rows .row {
    --_ground: var(--_surface);
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    grid-template-rows: 100%;
    block-size: var(--_row);
    contain: strict;
  }
  .rows .row[aria-selected='true'] {
    --_ground: var(--_accent-soft);
  }
  .rows .row:hover {
    --_ground: color-mix(in srgb, var(--_text) 3.5%, var(--_surface));
  }
  .rows .row:focus-within,
  .rows .row[aria-selected='true']:hover {
    --_ground: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
  }
  .rows .row[aria-selected='true']:focus-within {
    --_ground: color-mix(in srgb, var(--_accent) 16%, var(--_surface));
  }
  .rows .row[data-editing] {
    z-index: 1;
    contain: layout style;
  }
`;

const cellStyles = css`
  .cell {
    min-inline-size: 0;
    padding-inline: 8px;
    border-block-end: 1px solid var(--_line);
    background: var(--_ground);
    line-height: calc(var(--_row) - 1px);
    /* The words of any language stand in their own direction, at the side where the column's are. */
    text-align: var(--_side);
    unicode-bidi: plaintext;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    outline-offset: calc(-1 * var(--_focus-width)) !important;
  }
  .cell.number {
    text-align: end;
    unicode-bidi: normal;
    font-variant-numeric: tabular-nums;
  }
  .cell.at-end {
    padding-inline: 4px;
    text-align: center;
  }
  /* Only where there is something to scroll past: each of these is a layer of its own. */
  .wide .cell:is(.pinned, .at-end) {
    position: sticky;
    z-index: 1;
  }
  .wide .cell.pinned {
    inset-inline-start: var(--_pin, auto);
  }
  .wide .cell.box {
    inset-inline-start: 0;
  }
  .wide .cell.at-end {
    inset-inline-end: 0;
  }
  .rows [role='rowheader'] {
    font-weight: 560;
  }
  .cell .pill {
    line-height: 1.45;
    vertical-align: middle;
  }
  .cell.box {
    display: grid;
    place-items: center;
    padding: 0;
  }
  .cell.box input {
    cursor: pointer;
  }
  .cell.editing {
    z-index: 2;
    padding: 1px 2px;
    overflow: visible;
    line-height: normal;
  }
  .cell.editing :is(input, select) {
    min-block-size: calc(var(--_row) - 4px);
    block-size: calc(var(--_row) - 4px);
    padding-block: 0;
  }
`;

const headStyles = css`
  .head {
    --_ground: var(--_sunken);
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  .head .cell {
    position: relative;
    display: flex;
    block-size: var(--_head);
    padding: 0;
    color: var(--_quiet);
    font-size: var(--_small);
    line-height: normal;
  }
  .wide .head .cell:is(.pinned, .at-end) {
    position: sticky;
  }
  .head .cell.box {
    display: grid;
  }
  .head button {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .sort {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    padding-inline: 8px;
    text-align: start;
  }
  .sort .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .number .sort {
    justify-content: end;
  }
  .head button:hover,
  .head [aria-sort] .sort {
    color: var(--_text);
  }
  .arrow:empty {
    display: none;
  }
  .order {
    padding-inline: 4px;
    border-radius: var(--_radius-pill);
    background: color-mix(in srgb, var(--_text) 9%, transparent);
    font-size: var(--_tiny);
    line-height: 15px;
  }
  .funnel {
    flex: none;
    inline-size: 10px;
    block-size: 9px;
    background: var(--_accent);
    clip-path: polygon(0 0, 100% 0, 62% 50%, 62% 100%, 38% 80%, 38% 50%);
    forced-color-adjust: none;
  }
  .head .menu-button {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 6px;
    inline-size: 24px;
    padding: 0;
    border-radius: var(--_radius);
    background: var(--_ground);
    opacity: 0;
  }
  .menu-button::before {
    content: '⌄';
    position: relative;
    inset-block-end: 3px;
    font-size: var(--_large);
  }
  .head .cell:is(:hover, :focus-within) .menu-button,
  .head .menu-button[aria-expanded='true'] {
    opacity: 1;
  }
  .grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 7px;
    cursor: col-resize;
    touch-action: none;
  }
  .grip::after {
    content: '';
    position: absolute;
    inset-block: 7px;
    inset-inline-end: 0;
    border-inline-end: 1px solid var(--_line-strong);
    opacity: 0.5;
  }
  .grip:hover::after {
    inset-block: 0;
    border-inline-end: 2px solid var(--_accent);
    opacity: 1;
  }
  .dragged {
    opacity: 0.5;
  }
  .drop-before {
    box-shadow: inset 2px 0 var(--_accent);
  }
  .drop-after {
    box-shadow: inset -2px 0 var(--_accent);
  }
  .drop-before:dir(rtl) {
    box-shadow: inset -2px 0 var(--_accent);
  }
  .drop-after:dir(rtl) {
    box-shadow: inset 2px 0 var(--_accent);
  }
  @media (hover: none) {
    .sort {
      padding-inline-end: 30px;
    }
    .head .menu-button {
      opacity: 1;
    }
  }
`;

const contrastStyles = css`
  @media (forced-colors: active) {
    .rows .row:focus-within .cell {
      border-block-end-color: Highlight;
    }
    .rows .row[aria-selected='true'] .cell {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
    /* With the forcing off, our own colours would come back, which nobody has chosen for this ground. */
    .rows .row[aria-selected='true'] .cell :is(button, a) {
      color: inherit;
    }
    .rows .row[aria-selected='true'] :focus-visible {
      outline-color: SelectedItemText;
    }
    .funnel {
      background: Highlight;
    }
    .dragged {
      opacity: 1;
      outline: 2px dashed GrayText;
    }
    .drop-before {
      border-inline-start: 3px solid Highlight;
    }
    .drop-after {
      border-inline-end: 3px solid Highlight;
    }
  }
`;

/** Header and rows. The heights are those that the body calculates with. */
export const gridBodyStyles = [sheetStyles, cellStyles, headStyles, contrastStyles];

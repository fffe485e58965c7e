import { css } from 'lit';

/** Header and rows. The heights are those that grid-body.ts calculates with. */
export const gridBodyStyles = css`
  :host {
    --_name-width: 170px;
    --_status-width: 110px;
    --_level-width: 150px;
  }
  .scroller {
    position: relative;
    max-block-size: var(--portal-grid-max-block-size, min(680px, 78vh));
    overflow: auto;
    overscroll-behavior-inline: contain;
    scroll-padding-block-start: 32px;
    scroll-padding-inline: calc(var(--_name-width) + 2px) 46px;
  }
  .sheet {
    position: relative;
  }
  .rows {
    position: relative;
    /* The last row's line and the foot's are one. */
    margin-block-end: -1px;
    contain: layout style;
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
    block-size: 36px;
    contain: layout style;
  }
  .rows .row:hover {
    --_ground: color-mix(in srgb, var(--_text) 3.5%, var(--_surface));
  }
  .rows .row:focus-within {
    --_ground: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
  }
  .cell {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding-inline: 8px;
    border-block-end: 1px solid var(--_line);
    background: var(--_ground);
    white-space: nowrap;
    outline-offset: -2px !important;
  }
  .cell:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: var(--_pad);
    font-weight: 560;
  }
  .cell.actions {
    position: sticky;
    inset-inline-end: 0;
    justify-content: center;
    padding-inline: 4px;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .email,
  .phone,
  .title,
  .contact,
  .inactive .cell {
    color: var(--_quiet);
  }
  .cell .link-button {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .mark {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--_warn-soft);
    color: var(--_warn);
    font-size: 11px;
    font-weight: 700;
  }
  .busy {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_quiet);
    font-size: 12px;
  }
  .more {
    inline-size: 30px;
    block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-size: 16px;
    line-height: 1;
    cursor: pointer;
  }
  .more:hover,
  .more[aria-expanded='true'] {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    color: var(--_text);
  }
  .head {
    --_ground: var(--_sunken);
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  .head .cell {
    block-size: 32px;
    padding: 0;
    color: var(--_quiet);
    font-size: 12px;
  }
  .head button {
    display: flex;
    align-items: center;
    gap: 4px;
    inline-size: 100%;
    block-size: 100%;
    padding-inline: 8px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
    outline-offset: -2px;
  }
  .head .cell:first-child button {
    padding-inline-start: var(--_pad);
  }
  .head button:hover,
  .head [aria-sort] button {
    color: var(--_text);
  }
  .arrow:empty {
    display: none;
  }
  /* Narrow: name, a dot for the status, and the level fit without scrolling; the rest is one swipe away. */
  @container (max-width: 560px) {
    .scroller {
      --_name-width: 120px;
      --_status-width: 26px;
      --_level-width: 136px;
    }
    .level .link-button {
      font-size: 12px;
    }
    .rows .cell,
    .head button {
      padding-inline: 6px;
    }
    .rows .cell:first-child,
    .head .cell:first-child button {
      padding-inline-start: 10px;
    }
    .rows .cell.status {
      padding-inline: 4px;
    }
    .head .status .text {
      display: none;
    }
    .status .pill {
      gap: 0;
      padding: 4px;
      font-size: 0;
    }
    .status .pill::before {
      inline-size: 9px;
      block-size: 9px;
    }
    .busy {
      font-size: 0;
    }
  }
  @media (forced-colors: active) {
    .mark {
      border: 1px solid;
    }
    .rows .row:focus-within .cell {
      border-block-end-color: Highlight;
    }
  }
`;

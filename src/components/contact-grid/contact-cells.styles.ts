import { css } from 'lit';

/** What the cells of contacts look like inside the grid. */
export const contactCellStyles = css`
  .rows .cell.name {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .rows .cell.name,
  .head .name .sort {
    padding-inline-start: 6px;
  }
  .rows .cell .text {
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: var(--_side);
    unicode-bidi: plaintext;
  }
  .cell.email,
  .cell.phone,
  .cell.title,
  .cell.contact,
  .inactive .cell {
    color: var(--_quiet);
  }
  .cell .link-button {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    line-height: 1.6;
    vertical-align: middle;
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
    font-size: var(--_tiny);
    font-weight: 700;
    line-height: 1;
  }
  .busy {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_quiet);
    font-size: var(--_small);
    line-height: normal;
  }
  .more {
    inline-size: 30px;
    block-size: var(--_control-small);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-size: var(--_larger);
    line-height: 1;
    vertical-align: middle;
    cursor: pointer;
  }
  .more:hover,
  .more[aria-expanded='true'] {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    color: var(--_text);
  }
  /* Narrow: name, a dot for the status, and the level fit without scrolling; the rest is one swipe away. */
  @container (max-width: 560px) {
    .level .link-button {
      font-size: var(--_small);
    }
    .rows .cell:not(.box) {
      padding-inline: 6px;
    }
    .rows .cell.name {
      padding-inline-start: 2px;
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
  }
`;

import { css } from 'lit';
import { gridBodyStyles } from './grid-body.styles.js';
import { gridPopoverStyles } from './grid-popover.styles.js';

const frameStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  .tools > input {
    flex: 0 1 260px;
    min-inline-size: 160px;
  }
  .tool-buttons {
    display: flex;
    gap: 6px;
    margin-inline-start: auto;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    padding: 7px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  .filters ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .filter-chip {
    min-inline-size: 0;
    padding-inline: 10px 0;
    border-radius: var(--_radius-pill);
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: var(--_small);
  }
  .filter-chip span {
    overflow-wrap: anywhere;
  }
  .filter-chip button {
    flex: none;
    inline-size: var(--_control-small);
    block-size: var(--_control-small);
    padding: 0;
    border: 0;
    border-radius: var(--_radius-pill);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .filter-chip button::before {
    content: '✕' / '';
    font-size: var(--_tiny);
  }
  .filter-chip button:hover {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }
  .selection-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px var(--_pad);
    border-block-start: 1px solid var(--_line);
    background: var(--_accent-soft);
    font-variant-numeric: tabular-nums;
  }
  .selection-bar strong {
    font-weight: 620;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    padding: 7px var(--_pad);
    border-block-start: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .beyond {
    color: var(--_warn);
  }
  .nothing {
    padding: 28px var(--_pad) 32px;
    text-align: center;
    color: var(--_quiet);
  }
  .nothing p {
    margin: 0 0 8px;
  }
  @container (max-width: 560px) {
    .tools > input {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    .filter-chip,
    .selection-bar {
      border: 1px solid;
    }
  }
`;

export const dataGridStyles = [gridBodyStyles, gridPopoverStyles, frameStyles];

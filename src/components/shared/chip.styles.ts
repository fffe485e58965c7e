import { css } from 'lit';

/** Small buttons that choose what of a list is shown. */
export const chipStyles = css`
  .chip {
    block-size: var(--_control-small);
    padding-inline: 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-pill);
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: pointer;
  }
  .chip[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 620;
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;

import { css } from 'lit';

export const jobCardStyles = css`
  article {
    display: grid;
    gap: 8px;
    padding: 12px var(--_pad);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }
  h3 {
    margin: 0;
    font-size: inherit;
    font-weight: 620;
    overflow-wrap: anywhere;
  }
  h3:focus:not(:focus-visible) {
    outline: none;
  }
  .pill {
    align-self: center;
  }
  .facts {
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .bar {
    display: flex;
    block-size: 6px;
    border-radius: var(--_radius-pill);
    background: color-mix(in srgb, var(--_text) 10%, transparent);
    overflow: hidden;
  }
  .bar span {
    flex: 0 1 0;
    transition: flex-grow var(--_quick);
  }
  .bar .done {
    background: var(--_good);
  }
  .bar .failed {
    background: var(--_bad);
  }
  .bar .refused {
    background: var(--_warn);
  }
  .bar .cancelled {
    background: var(--_line-strong);
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .counts .failed {
    color: var(--_bad);
    font-weight: 620;
  }
  .counts .refused {
    color: var(--_warn);
    font-weight: 560;
  }
  .counts .left,
  .counts .cancelled,
  .remaining {
    color: var(--_quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-inline-start: auto;
  }
  .actions .button {
    block-size: var(--_control-small);
    padding-inline: 10px;
    font-size: var(--_small);
  }
  .button[aria-disabled='true'] {
    color: var(--_quiet);
    cursor: progress;
  }
  summary {
    inline-size: fit-content;
    color: var(--_accent);
    font-size: var(--_small);
    cursor: pointer;
  }
  details[open] > summary {
    margin-block-end: 8px;
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
      block-size: 8px;
      forced-color-adjust: none;
    }
  }
  @container (max-width: 460px) {
    .actions {
      margin-inline-start: 0;
    }
  }
`;

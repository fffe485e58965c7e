import { css } from 'lit';

/** Fields in cells, and what they have to say. */
export const cellEditorStyles = css`
  .cell.editing input,
  .cell.editing select {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: 6px;
  }
  .cell.editing [aria-invalid='true'] {
    border-color: var(--_bad);
    outline-color: var(--_bad);
  }
  .cell-message {
    box-sizing: border-box;
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 6px 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    color: var(--_quiet);
    font-size: var(--_small);
    line-height: 1.4;
    white-space: normal;
    overflow-wrap: anywhere;
    box-shadow: var(--_shadow);
  }
  .cell-message.bad {
    border-color: var(--_bad);
    color: var(--_bad);
    font-weight: 560;
  }
  .cell-message.warn {
    border-color: var(--_warn);
    color: var(--_warn);
    font-weight: 560;
  }
`;

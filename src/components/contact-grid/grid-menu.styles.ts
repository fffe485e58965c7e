import { css } from 'lit';

export const gridMenuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    min-inline-size: 220px;
    max-inline-size: min(340px, calc(100vw - 16px));
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  button {
    display: grid;
    inline-size: 100%;
    padding: 6px 10px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button:hover,
  button:focus-visible {
    background: var(--_accent-soft);
    outline-offset: calc(-1 * var(--_focus-width));
  }
  button[aria-disabled='true'] {
    color: var(--_quiet);
    cursor: not-allowed;
  }
  small {
    color: var(--_quiet);
    font-size: var(--_small);
  }
`;

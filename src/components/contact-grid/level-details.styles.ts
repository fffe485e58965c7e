import { css } from 'lit';

export const levelDetailsStyles = css`
  .details {
    box-sizing: border-box;
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 12px var(--_pad);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow-y: auto;
  }
  h3 {
    margin: 0;
    font-size: var(--_font-size);
    font-weight: 640;
    overflow-wrap: anywhere;
  }
  p,
  ul {
    margin: 4px 0 0;
  }
  ul {
    padding-inline-start: 18px;
  }
  li + li {
    margin-block-start: 2px;
  }
  .quiet {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    margin-block-start: 10px;
  }
`;

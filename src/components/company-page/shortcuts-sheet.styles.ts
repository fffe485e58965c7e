import { css } from 'lit';

export const shortcutsSheetStyles = css`
  :host {
    display: contents;
  }
  .switch-line {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-block-end: 14px;
    cursor: pointer;
  }
  .groups {
    columns: 2 260px;
    column-gap: 32px;
  }
  section {
    margin-block-end: 16px;
    break-inside: avoid;
  }
  h3 {
    margin: 0 0 4px;
    font-size: var(--_font-size);
    font-weight: 620;
  }
  dl {
    margin: 0;
  }
  dl div {
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_control-height);
    border-block-start: 1px solid var(--_line);
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    justify-content: flex-end;
    margin: 0;
  }
  .keys {
    display: inline-flex;
    gap: 3px;
  }
  kbd {
    min-inline-size: 22px;
    padding: 1px 6px;
    border: 1px solid var(--_line-strong);
    border-block-end-width: 2px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    font: inherit;
    font-size: var(--_small);
    text-align: center;
  }
`;

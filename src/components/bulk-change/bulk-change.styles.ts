import { css } from 'lit';

export const bulkChangeStyles = css`
  .stage {
    display: grid;
    gap: 14px;
  }
  .stage[hidden] {
    display: none;
  }
  .stage.plan {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    gap: 10px;
  }
  h3 {
    margin: 0;
    font-size: var(--_font-size);
    font-weight: 620;
  }
  h3:focus {
    outline: none;
  }
  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    inline-size: 100%;
    padding: 0 0 6px;
    font-weight: 620;
  }
  fieldset + fieldset legend,
  .extras {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .choices {
    display: grid;
    gap: 6px;
  }
  .check {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .check input {
    translate: 0 2px;
  }
  .field {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  .hint,
  .problem {
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
    max-inline-size: 90ch;
  }
  .hint:empty,
  .problem:empty {
    display: none;
  }
  .problem {
    color: var(--_bad);
    font-weight: 560;
  }
  code {
    padding: 1px 4px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .part {
    min-block-size: var(--_control-small);
    padding: 2px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-pill);
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-size: var(--_small);
    cursor: pointer;
  }
  .part:hover {
    border-color: var(--_line-strong);
    color: var(--_text);
  }
  .preview {
    display: grid;
    gap: 4px;
    padding: 8px 10px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .preview ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .preview li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr);
    gap: 10px;
  }
  .preview code {
    padding: 0;
    background: none;
  }
  .formats {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 10px;
  }
  .rules {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rule {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr) auto auto;
    gap: 6px;
  }
  .rule .problem {
    grid-column: 1 / -1;
  }
  .rule .button {
    padding-inline: 10px;
  }
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .otherwise {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .otherwise select {
    flex: 0 1 240px;
  }
  .consent {
    font-weight: 560;
  }
  .consent.missing {
    color: var(--_bad);
  }
  .asking {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .planning {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 24px;
  }
  @media (max-width: 560px) {
    .rule {
      grid-template-columns: 1fr auto auto;
    }
    .rule select,
    .rule input {
      grid-column: 1 / -1;
    }
  }
`;

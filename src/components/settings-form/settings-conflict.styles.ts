import { css } from 'lit';

export const conflictStyles = css`
  h3 {
    margin: 16px 0 2px;
    font-size: var(--_font-size);
    font-weight: 600;
  }
  .shortcuts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  * + fieldset {
    margin-block-start: 14px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  legend {
    float: inline-start;
    grid-column: 1 / -1;
    padding: 0;
    font-weight: 560;
  }
  .was {
    margin-inline-start: 6px;
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 400;
  }
  label {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 9px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  label:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .who {
    display: block;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  ul {
    margin: 0;
    padding-inline-start: 18px;
    color: var(--_quiet);
  }
  @media (max-width: 480px) {
    fieldset {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .problem {
    margin-inline-end: auto;
    color: var(--_bad);
  }
`;

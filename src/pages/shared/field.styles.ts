import { css } from 'lit';

/** Fields with their labels, and choices between a few. */
export const fieldFormStyles = css`
  form {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(250px, 100%), 1fr));
    gap: 12px 20px;
  }
  .fields:has(> :only-child) {
    max-inline-size: 420px;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    min-inline-size: 0;
  }
  .field[hidden] {
    display: none;
  }
  .field > label {
    font-weight: 560;
  }
  .hint {
    color: var(--_quiet);
  }
  .problem {
    color: var(--_bad);
    font-weight: 560;
  }
  .hint:empty,
  .problem:empty {
    display: none;
  }
  .choices {
    display: grid;
    gap: 8px;
  }
  .choice {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 1px 9px;
    align-items: center;
    inline-size: fit-content;
    cursor: pointer;
  }
  .choice > b {
    font-weight: 560;
  }
  .choice > .hint {
    grid-column: 2;
  }
`;

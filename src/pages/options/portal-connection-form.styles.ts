import { css } from 'lit';

export const formStyles = css`
  form {
    display: grid;
    gap: 20px;
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    gap: 12px 20px;
    margin: 0;
    padding: 14px var(--_pad) var(--_pad);
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_sunken);
  }
  legend {
    padding-inline: 6px;
    margin-inline-start: -6px;
    font-weight: 620;
  }
  fieldset > .hint {
    grid-column: 1 / -1;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
  }
  label {
    font-weight: 560;
  }
  p {
    margin: 0;
  }
  .hint {
    color: var(--_quiet);
  }
  .problem {
    color: var(--_bad);
  }
  .hint:empty,
  .problem:empty {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;

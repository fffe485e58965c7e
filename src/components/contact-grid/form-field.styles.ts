import { css } from 'lit';

/** Labelled fields one below the other. */
export const formFieldStyles = css`
  .fields {
    display: grid;
    gap: 10px;
  }
  .field {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  label {
    font-weight: 560;
  }
  .hint,
  .problem {
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
    max-inline-size: 70ch;
  }
  .hint:empty,
  .problem:empty {
    display: none;
  }
  .problem {
    color: var(--_bad);
    font-weight: 560;
  }
  .good {
    color: var(--_good);
  }
  .warn {
    color: var(--_warn);
    font-weight: 560;
  }
`;

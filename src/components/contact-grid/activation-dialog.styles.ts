import { css } from 'lit';

export const activationDialogStyles = css`
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
    font-size: 12px;
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
  .formats {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 10px;
  }
  .with-buttons {
    display: flex;
    gap: 6px;
  }
  .with-buttons input {
    flex: 1;
    min-inline-size: 0;
  }
  .with-buttons .button {
    min-inline-size: 72px;
  }
  .secret {
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    letter-spacing: 0.02em;
  }
  @media (max-width: 480px) {
    .formats {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .with-buttons {
      flex-wrap: wrap;
    }
    .with-buttons input {
      flex-basis: 100%;
    }
  }
`;

import { css } from 'lit';

export const activationDialogStyles = css`
  dialog {
    inline-size: min(560px, calc(100vw - 24px));
  }
  form {
    display: flex;
    flex-direction: column;
    max-block-size: calc(100dvh - 50px);
  }
  header,
  footer,
  .body {
    padding-inline: var(--_pad);
  }
  header {
    padding-block: 14px 12px;
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 640;
    line-height: 1.3;
  }
  header p {
    margin: 2px 0 0;
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }
  .body {
    display: grid;
    gap: 10px;
    padding-block: 14px 6px;
    overflow-y: auto;
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
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  footer p {
    flex: 1 1 220px;
    margin: 0;
    color: var(--_quiet);
    font-size: 12px;
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

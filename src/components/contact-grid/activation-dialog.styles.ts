import { css } from 'lit';

export const activationDialogStyles = css`
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

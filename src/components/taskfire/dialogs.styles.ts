import { css } from 'lit';

const sharedStyles = css`
  .notices {
    display: grid;
    gap: 8px;
  }
  .notices:has(> *) {
    margin-block-end: 12px;
  }
  p {
    margin: 0 0 8px;
  }
  ul {
    display: grid;
    gap: 6px;
    margin: 0 0 12px;
    padding-inline-start: 18px;
  }
  .hint,
  .problem {
    margin: 8px 0 0;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .problem {
    color: var(--_bad);
    font-weight: 560;
  }
  .hint:empty,
  .problem:empty {
    display: none;
  }
  /* Reachable, so that it can say why it does nothing yet. */
  .button[aria-disabled='true'],
  .button.primary[aria-disabled='true'],
  .button.primary[aria-disabled='true']:hover {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_quiet);
    cursor: not-allowed;
  }
`;

export const agreementStyles = [
  sharedStyles,
  css`
    .text {
      max-block-size: min(320px, 45dvh);
      margin-block-end: 12px;
      padding: 10px 14px;
      overflow-y: auto;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .text p {
      max-inline-size: 75ch;
    }
    .text p:last-child {
      margin: 0;
    }
    fieldset {
      display: grid;
      gap: 4px;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: 4px;
      padding: 0;
      font-weight: 560;
    }
    .confirmation {
      display: flex;
      gap: 10px;
      align-items: flex-start;
      padding-block: 4px;
    }
    .confirmation input {
      margin-block-start: 1px;
    }
    .confirmation input[aria-invalid='true'] {
      outline: 2px solid var(--_bad);
      outline-offset: 1px;
    }
  `,
];

export const disableStyles = [
  sharedStyles,
  css`
    h3 {
      margin: 0 0 8px;
      font-size: var(--_font-size);
      font-weight: 620;
    }
    .moves {
      display: grid;
      gap: 8px;
    }
    .move {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: center;
    }
    .move label {
      display: flex;
      flex: 1 1 180px;
      flex-wrap: wrap;
      gap: 0 8px;
      color: var(--_quiet);
    }
    .move select {
      flex: 0 1 260px;
      min-inline-size: 200px;
    }
    .name {
      color: var(--_text);
      font-weight: 560;
    }
  `,
];

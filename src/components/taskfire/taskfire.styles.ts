import { css } from 'lit';
import { formStyles } from '../settings-form/index.js';

export const taskfireStyles = [
  formStyles,
  css`
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      align-items: center;
      padding-inline-end: var(--_pad);
    }
    .head h3 {
      padding-inline-end: 8px;
    }
    .card > .notices {
      margin: 0;
      padding: 0 var(--_pad) 12px;
    }
    .card > .notices:not(:has(> *)),
    .wide:not(:has(> *)) {
      display: none;
    }
    .wide {
      grid-column: 1 / -1;
      margin: 0;
    }
    .billing {
      display: grid;
      gap: 4px;
    }
    .billing label {
      font-weight: 560;
    }
    .billing select + label {
      margin-block-start: 4px;
    }
    .billing .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 6px;
    }
    .billing .actions:not(:has(> *)),
    .billing .problem:empty {
      display: none;
    }
    .row .billing .problem {
      margin: 0;
      color: var(--_bad);
      font-size: var(--_small);
    }
    .row .billing .caution {
      color: var(--_warn);
    }
    .licences {
      font-variant-numeric: tabular-nums;
      font-weight: 620;
    }
  `,
];

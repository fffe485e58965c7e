import { css } from 'lit';
import { fieldFormStyles } from '../shared/field.styles.js';
import { pagePartStyles } from '../shared/page-parts.styles.js';

export const vaultStyles = [
  pagePartStyles,
  fieldFormStyles,
  css`
    form {
      max-inline-size: 640px;
    }
    .row {
      display: grid;
      gap: 6px 28px;
      align-items: start;
      padding: 12px var(--_pad);
      border-block-start: 1px solid var(--_line);
    }
    h2:focus {
      outline: none;
    }
    .row .name {
      font-weight: 560;
    }
    .row p {
      margin-block-start: 2px;
      color: var(--_quiet);
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 12px;
      align-items: center;
    }
    @container (min-width: 620px) {
      .row {
        grid-template-columns: minmax(0, 1fr) minmax(180px, 240px);
      }
    }
  `,
];

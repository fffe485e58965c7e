import { css } from 'lit';
import { fieldFormStyles } from '../shared/field.styles.js';
import { pagePartStyles } from '../shared/page-parts.styles.js';

export const formStyles = [
  pagePartStyles,
  fieldFormStyles,
  css`
    form {
      gap: 0;
    }
    fieldset.part {
      padding-block-start: 4px;
    }
    /* A legend is laid out over the border; as a float it is laid out like a heading. */
    legend {
      float: inline-start;
      inline-size: 100%;
      padding: 10px 0 0;
    }
    legend + * {
      clear: both;
    }
    .inset {
      padding: 12px 14px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-large);
      background: var(--_sunken);
    }
    .foot {
      padding: 12px var(--_pad);
      border-block-start: 1px solid var(--_line);
      background: var(--_sunken);
      border-end-start-radius: 10px;
      border-end-end-radius: 10px;
    }
  `,
];

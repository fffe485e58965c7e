import { css } from 'lit';
import { pagePartStyles } from '../shared/page-parts.styles.js';

export const sectionStyles = [
  pagePartStyles,
  css`
    .section,
    .editor {
      display: grid;
      gap: 16px;
      min-inline-size: 0;
    }
    .editor {
      gap: 12px;
    }
    .result {
      padding: 14px var(--_pad);
    }
    .notices {
      display: grid;
      gap: 8px;
    }
    .notices:empty {
      display: none;
    }
  `,
];

import { css } from 'lit';
import { pagePartStyles } from '../shared/page-parts.styles.js';

export const cardStyles = [
  pagePartStyles,
  css`
    .row {
      display: grid;
      gap: 10px 20px;
      align-items: start;
      padding: 12px var(--_pad);
    }
    .facts {
      display: grid;
      gap: 6px;
      min-inline-size: 0;
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
    }
    .actions {
      gap: 6px;
    }
    .wide {
      grid-column: 1 / -1;
    }
    @container (min-width: 640px) {
      .row {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .row > .actions {
        justify-content: end;
        max-inline-size: 340px;
      }
    }
  `,
];

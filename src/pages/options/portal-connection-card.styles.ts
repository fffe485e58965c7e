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
    .question {
      display: grid;
      gap: 8px;
      padding: 10px 12px;
      border: 1px solid color-mix(in srgb, var(--_bad) 35%, transparent);
      border-radius: var(--_radius);
      background: var(--_bad-soft);
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

import { css } from 'lit';
import { pagePartStyles } from '../shared/page-parts.styles.js';

/** A table where there is room, else one thing under the other: a list of terms is right for both. */
export const storagePageStyles = [
  pagePartStyles,
  css`
    :host {
      display: grid;
      gap: 16px;
    }
    .row {
      display: grid;
      gap: 8px 20px;
      padding: 11px var(--_pad);
      border-block-start: 1px solid var(--_line);
    }
    .row:first-child {
      border-block-start: 0;
    }
    .head {
      display: none;
      color: var(--_quiet);
      font-size: var(--_small);
      font-weight: 600;
    }
    .pill {
      margin-inline-end: 4px;
    }
    .row h2 {
      font-size: inherit;
    }
    @container (min-width: 720px) {
      .row {
        grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr) minmax(0, 4fr);
      }
      .head {
        display: grid;
        padding-block: 8px;
      }
      dl {
        display: contents;
      }
      dt {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
];

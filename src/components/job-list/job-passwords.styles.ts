import { css } from 'lit';
import { tableStyles } from '../shared/table.styles.js';

const ownStyles = css`
  :host {
    display: contents;
  }
  .taken {
    display: grid;
    gap: 8px;
  }
  .password {
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    white-space: nowrap;
    user-select: all;
  }
`;

export const jobPasswordsStyles = [tableStyles, ownStyles];

import { css } from 'lit';
import { changeBarStyles } from './change-bar.styles.js';
import { settingRowStyles } from './setting-row.styles.js';

const headStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: end;
    margin-block: 4px 14px;
  }
  .title {
    min-inline-size: 0;
    margin-inline-end: 6px;
  }
  .crumb {
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  h2 {
    margin: 0;
    font-size: var(--_huge);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  header .pill {
    margin-block-end: 3px;
  }
  .last-saved {
    margin-inline-start: auto;
    margin-block-end: 3px;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .notices {
    display: grid;
    gap: 8px;
  }
  .notices:has(> *) {
    margin-block-end: 14px;
  }
`;

/** A page of settings: what it is about, its notices, cards of rows, and the bar of what changed. */
export const formStyles = [headStyles, settingRowStyles, changeBarStyles];

import { css } from 'lit';

/** A short table that scrolls in its own box. Where there can be many rows, there is the data grid. */
export const tableStyles = css`
  .scroller {
    max-block-size: 340px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 5px 10px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_sunken);
    color: var(--_quiet);
    font-weight: 600;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 560;
    white-space: nowrap;
  }
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_quiet);
    cursor: not-allowed;
  }
`;

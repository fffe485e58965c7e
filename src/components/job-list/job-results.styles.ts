import { css } from 'lit';

/** A table that scrolls in its own box; the list of initial passwords looks the same. */
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
    font-size: 12px;
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

const toolStyles = css`
  :host {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }
  .tools,
  .pager,
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .pager {
    gap: 10px;
    color: var(--_quiet);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .export {
    margin-inline-start: auto;
  }
  .quiet {
    color: var(--_quiet);
    font-size: 12px;
  }
  .what {
    min-inline-size: 150px;
  }
  .why {
    min-inline-size: 210px;
  }
  .outcome {
    white-space: nowrap;
    font-weight: 560;
  }
  .done {
    color: var(--_good);
  }
  .failed {
    color: var(--_bad);
  }
  .refused {
    color: var(--_warn);
  }
  .planned,
  .cancelled {
    color: var(--_quiet);
    font-weight: 400;
  }
  .when {
    white-space: nowrap;
    color: var(--_quiet);
  }
  .nothing {
    margin: 0;
    padding: 16px;
    color: var(--_quiet);
    text-align: center;
  }
`;

export const jobResultsStyles = [tableStyles, toolStyles];

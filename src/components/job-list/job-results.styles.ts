import { css } from 'lit';

export const jobResultsStyles = css`
  :host {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  portal-data-grid {
    --portal-grid-max-block-size: 380px;

    display: block;
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
  }
`;

/** For the cells, which stand in the grid's own root. */
export const jobResultCellStyles = css`
  .outcome {
    font-weight: 560;
  }
  .outcome.done {
    color: var(--_good);
  }
  .outcome.failed {
    color: var(--_bad);
  }
  .outcome.refused {
    color: var(--_warn);
  }
  .outcome.planned,
  .outcome.cancelled {
    color: var(--_quiet);
    font-weight: 400;
  }
`;

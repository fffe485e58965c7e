import { css } from 'lit';

export const dryRunStyles = css`
  :host {
    display: flex;
    flex: 1 1 380px;
    flex-direction: column;
    gap: 10px;
    min-block-size: 0;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .reasons {
    margin: 0;
    color: var(--_quiet);
  }
  /* It fills what the dialog leaves; its rows scroll inside. */
  portal-data-grid {
    --portal-grid-max-block-size: none;

    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-block-size: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
  }
`;

/** For the cells, which stand in the grid's own root. */
export const dryRunCellStyles = css`
  .deed {
    font-weight: 560;
  }
  .deed.created,
  .deed.reactivated {
    color: var(--_good);
  }
  .deed.refused {
    color: var(--_warn);
  }
`;

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
  .chip {
    block-size: 26px;
    padding-inline: 10px;
    border: 1px solid var(--_line-strong);
    border-radius: 99px;
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: pointer;
  }
  .chip[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 620;
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
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-color: Highlight;
    }
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

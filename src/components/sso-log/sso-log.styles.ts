import { css } from 'lit';

export const ssoLogStyles = css`
  .frame {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding: 8px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
    font-size: var(--_large);
    font-weight: 620;
    line-height: 1.45;
  }
  h3 {
    margin: 0 0 4px;
    font-size: var(--_font-size);
    font-weight: 620;
  }
  .progress,
  .read {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .read {
    margin-inline-start: auto;
  }
  progress {
    inline-size: 96px;
    block-size: 6px;
  }
  .notices {
    display: grid;
    gap: 8px;
    padding: 10px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  .notices:empty {
    display: none;
  }
  .summary,
  portal-sso-chart {
    margin: 0;
    padding: 10px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  .summary ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .summary li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 12px;
    min-block-size: var(--_row-height);
    padding-block: 2px;
  }
  .what {
    flex: 1 1 260px;
  }
  .ways {
    display: flex;
    gap: 6px;
  }
  .quiet,
  .zone {
    color: var(--_quiet);
  }
  .summary p.quiet {
    margin: 2px 0 0;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .nothing {
    padding: 28px var(--_pad) 32px;
    text-align: center;
    color: var(--_quiet);
  }
  .nothing p {
    max-inline-size: 72ch;
    margin: 0 auto 8px;
  }
  .nothing b {
    color: var(--_text);
    font-weight: 620;
  }
  @container (max-width: 560px) {
    .read {
      margin-inline-start: 0;
    }
  }
`;

/** What the cells of the log look like inside the grid. */
export const ssoCellStyles = css`
  .rows .cell.at {
    font-variant-numeric: tabular-nums;
  }
  .cell .link-button {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    line-height: 1.6;
    vertical-align: middle;
  }
  .cell.provider,
  .cell.level,
  .cell.detail {
    color: var(--_quiet);
  }
  .short {
    display: none;
  }
  @container (max-width: 560px) {
    .rows .long {
      display: none;
    }
    .rows .short {
      display: inline;
    }
    .explain .short {
      padding-inline: 8px;
      font-weight: 620;
    }
  }
`;

import { css } from 'lit';

/** Failures are striped as well as coloured, in the bars and in the legend. */
export const ssoChartStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }
  h3 {
    margin: 0;
    font-size: var(--_font-size);
    font-weight: 620;
  }
  .legend {
    display: flex;
    gap: 14px;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .legend svg {
    inline-size: 10px;
    block-size: 12px;
  }
  .switch-view {
    display: flex;
    gap: 6px;
    margin-inline-start: auto;
  }
  .sum {
    margin: 4px 0 8px;
    color: var(--_quiet);
  }
  /* Time runs from left to right in every language here. */
  .plot {
    position: relative;
    direction: ltr;
    block-size: 148px;
  }
  .frame {
    position: absolute;
    inset: 8px 4px 20px 36px;
    container-type: inline-size;
  }
  .bars {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .bars text {
    fill: var(--_quiet);
    font-size: var(--_tiny);
    font-variant-numeric: tabular-nums;
  }
  .scale text {
    text-anchor: end;
  }
  .dates text {
    text-anchor: middle;
  }
  .scale line {
    stroke: var(--_line);
    stroke-width: 1px;
  }
  /* A bar takes three fifths of its day. */
  .bar {
    stroke-width: clamp(3px, 62cqi / var(--_days), 22px);
  }
  .legend line {
    stroke-width: 10px;
  }
  .succeeded {
    stroke: var(--_chart-good);
  }
  .failed {
    stroke: var(--_chart-bad);
    stroke-dasharray: 3 1.5;
  }
  .days {
    position: absolute;
    inset: 0 4px 0 36px;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }
  .days button {
    min-inline-size: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    cursor: pointer;
  }
  .days button:hover {
    background: color-mix(in srgb, var(--_text) 7%, transparent);
  }
  .days button[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent) 16%, transparent);
    box-shadow: inset 0 -2px var(--_accent);
  }
  .about {
    min-block-size: 19px;
    margin: 6px 0 0;
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .table {
    max-block-size: 260px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 5px 12px;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_quiet);
    font-weight: 560;
  }
  th.number,
  td {
    text-align: end;
  }
  tr[aria-current] > * {
    background: var(--_accent-soft);
  }
  @media (forced-colors: active) {
    :host {
      --_chart-good: GrayText;
      --_chart-bad: CanvasText;
    }
    .days button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

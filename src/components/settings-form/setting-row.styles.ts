import { css } from 'lit';

/** Cards and their rows: name and sentence at the start, the control at the same place in every row. */
export const settingRowStyles = css`
  .card {
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  h3 {
    margin: 0;
    padding: 11px var(--_pad);
    font-size: var(--_large);
    font-weight: 620;
    scroll-margin-block-start: calc(var(--portal-sticky-top, 0px) + 12px);
  }
  h3:focus-visible {
    outline-offset: -3px;
  }
  .row {
    position: relative;
    display: grid;
    gap: 8px 28px;
    align-items: start;
    padding: 12px var(--_pad);
    border-block-start: 1px solid var(--_line);
    /* The bar stands over the lower edge. */
    scroll-margin-block: calc(var(--portal-sticky-top, 0px) + 12px) 110px;
  }
  .row.changed::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--_accent);
  }
  .name {
    font-weight: 560;
  }
  .row p {
    max-inline-size: 62ch;
    margin: 2px 0 0;
    color: var(--_quiet);
  }
  .control {
    min-inline-size: 0;
  }
  .switch-line,
  .login-line {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: var(--_control-height);
  }
  .login-url {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .notes {
    display: grid;
    gap: 2px;
    margin-block-start: 5px;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .notes:not(:has(> :not(.visually-hidden))) {
    margin-block-start: 0;
  }
  .notes:not(:has(> *)) {
    display: none;
  }
  .was {
    color: var(--_accent);
  }
  .problem {
    color: var(--_bad);
    font-weight: 560;
  }
  .caution {
    color: var(--_warn);
  }
  .row p.unknown {
    margin: 0;
  }
  .unknown .pill::before {
    content: none;
  }
  .zone-search,
  .type-search {
    margin-block-end: 6px;
  }
  .row p.found {
    margin: 6px 0 4px;
    font-size: var(--_small);
  }
  .own-values {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 12px;
    align-items: center;
    margin-block-start: 8px;
  }
  .type-list {
    display: grid;
    min-inline-size: 0;
    max-block-size: 260px;
    margin: 8px 0 0;
    padding: 4px 10px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .type-search {
    margin-block-start: 8px;
  }
  .type-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-block-size: 24px;
  }
  .type-list fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 4px 0;
    border: 0;
  }
  .type-list fieldset + fieldset {
    border-block-start: 1px solid var(--_line);
  }
  .type-list legend {
    float: inline-start;
    inline-size: 100%;
    padding: 4px 0 0;
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 600;
  }
  .part {
    font-weight: 400;
  }
  .type {
    clear: both;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    min-block-size: var(--_control-height);
  }
  /* WCAG 2.2, target size: 24 px around each box are its own. */
  .type input {
    flex: none;
    margin: 4px;
  }
  @container (min-width: 600px) {
    .row {
      grid-template-columns: minmax(0, 1fr) minmax(220px, 300px);
    }
  }
  @media (forced-colors: active) {
    .row.changed::before {
      background: Highlight;
    }
  }
`;

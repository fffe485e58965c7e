import { css } from 'lit';

/** What the pages' own elements share: cards, lists of facts, groups of buttons. */
export const pagePartStyles = css`
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .part {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
    margin: 0;
    padding: 14px var(--_pad) var(--_pad);
    border: 0;
  }
  .part + .part,
  .row + .part {
    border-block-start: 1px solid var(--_line);
  }
  h2,
  h3,
  legend {
    margin: 0;
    font-weight: 620;
    overflow-wrap: anywhere;
  }
  h2,
  legend {
    font-size: var(--_large);
  }
  h3 {
    font-size: inherit;
  }
  p {
    max-inline-size: 90ch;
    text-wrap: pretty;
    margin: 0;
  }
  .question {
    display: grid;
    gap: 8px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_bad) 35%, transparent);
    border-radius: var(--_radius);
    background: var(--_bad-soft);
  }
  .question ul {
    margin: 0;
    padding-inline-start: 20px;
  }
  .quiet {
    color: var(--_quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_quiet);
    cursor: progress;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 14px;
    margin: 0;
  }
  dt {
    color: var(--_quiet);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

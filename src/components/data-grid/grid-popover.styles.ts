import { css } from 'lit';

/** What opens under a header or a button of the grid. */
export const gridPopoverStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow-y: auto;
  }
  .group {
    margin: 0;
    padding: 4px;
    list-style: none;
  }
  .group + .group {
    border-block-start: 1px solid var(--_line);
  }
  .item {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control-small);
    padding: 4px 10px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item:hover,
  .item:focus-visible {
    background: var(--_accent-soft);
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .in-line {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline-start: 14px;
  }
  .in-line span {
    color: var(--_quiet);
  }
  .in-line .item {
    flex: 1;
    inline-size: auto;
    padding-inline: 4px;
    text-align: center;
  }
  .fields {
    display: grid;
    gap: 6px;
    padding: 8px 12px 10px;
  }
  .filter-way {
    display: grid;
    gap: 4px;
    color: var(--_quiet);
  }
  .filter-way select {
    color: var(--_text);
  }
  .choices {
    max-block-size: 200px;
    overflow-y: auto;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--_control-small);
    min-inline-size: 0;
    flex: 1;
    overflow-wrap: anywhere;
  }
  .bounds {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    color: var(--_quiet);
  }
  li {
    display: flex;
    align-items: center;
    gap: 2px;
    padding-inline: 8px 2px;
  }
  .small {
    inline-size: var(--_control-small);
    block-size: var(--_control-small);
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_quiet);
    font: inherit;
    cursor: pointer;
  }
  .small:hover:not(:disabled) {
    background: var(--_accent-soft);
    color: var(--_text);
  }
  .small:disabled {
    opacity: 0.4;
    cursor: not-allowed;
  }
`;

import { css } from 'lit';
import { tableStyles } from '../../shared/table.styles.js';

const importStyles = css`
  :host {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }
  .source {
    display: grid;
    gap: 8px;
    padding: 14px var(--_pad);
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
  }
  .source.over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .source p,
  .facts {
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
    max-inline-size: 90ch;
  }
  .file-label,
  .source label {
    font-weight: 560;
  }
  input[type='file']::file-selector-button {
    margin-inline-end: 10px;
    padding: 4px 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 560;
    cursor: pointer;
  }
  summary {
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
  }
  textarea {
    margin-block-start: 8px;
    min-block-size: 90px;
    font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace;
    font-size: var(--_small);
    resize: vertical;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  progress {
    flex: 1 1 160px;
    accent-color: var(--_accent);
  }
  h3 {
    margin: 0;
    font-size: var(--_font-size);
    font-weight: 620;
  }
  .facts {
    overflow-wrap: anywhere;
  }
  .file,
  .format {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
  }
  .format label {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--_small);
  }
  .format span {
    color: var(--_quiet);
  }
  .format select {
    flex: 0 1 auto;
    inline-size: auto;
    min-inline-size: 0;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .columns {
    max-block-size: 260px;
  }
  .samples,
  .cells {
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }
  td select {
    min-inline-size: 150px;
  }
  .chips,
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .pager {
    gap: 10px;
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .line {
    text-align: end;
  }
  .why {
    min-inline-size: 190px;
  }
  .outcome {
    font-weight: 560;
    white-space: nowrap;
  }
  .matched {
    color: var(--_good);
  }
  .ambiguous,
  .contradictory,
  .unknown,
  .ragged,
  .value-unknown {
    color: var(--_warn);
  }
  .duplicate,
  .left-out {
    color: var(--_quiet);
  }
`;

export const csvImportStyles = [tableStyles, importStyles];

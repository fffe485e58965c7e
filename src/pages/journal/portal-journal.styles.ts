import { css } from 'lit';
import { tableStyles } from '../../components/shared/table.styles.js';

const journalParts = css`
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .tools,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
    padding: 10px var(--_pad);
  }
  .tools {
    border-block-end: 1px solid var(--_line);
  }
  .tools label {
    display: grid;
    flex: 1 1 110px;
    gap: 3px;
    min-inline-size: 110px;
    max-inline-size: 190px;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .tools label:first-child {
    flex: 2 1 150px;
    max-inline-size: none;
  }
  .tools :is(input, select) {
    color: var(--_text);
    font-size: var(--_font-size);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .foot {
    align-items: center;
    border-block-start: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .pager {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-inline-start: auto;
  }
  .scroller {
    max-block-size: none;
    border: 0;
    border-radius: 0;
  }
  .scroller > table {
    min-inline-size: 800px;
  }
  tbody th {
    font-weight: 400;
  }
  td {
    overflow-wrap: break-word;
  }
  .values {
    overflow-wrap: anywhere;
  }
  .sub {
    display: block;
    color: var(--_quiet);
    font-weight: 400;
  }
  .field {
    font-weight: 560;
  }
  del {
    color: var(--_quiet);
    text-decoration: none;
  }
  ins {
    text-decoration: none;
    font-weight: 560;
  }
  .done {
    color: var(--_good);
  }
  .failed {
    color: var(--_bad);
    font-weight: 560;
  }
  .unknown {
    color: var(--_warn);
    font-weight: 560;
  }
  .nothing {
    margin: 0;
    padding: 28px var(--_pad) 32px;
    color: var(--_quiet);
    text-align: center;
  }
  .notices {
    padding: 10px var(--_pad);
  }
`;

export const journalStyles = [tableStyles, journalParts];

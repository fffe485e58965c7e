import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { CsvMeaningSchema, type CsvMeaning } from '../../../model/index.js';
import type { CsvContent } from './csv-session.js';
import { meaningWords } from './csv-words.js';

/** Values of a column that are shown, so that one sees what it is. */
const SAMPLES = 3;

/** Columns that are shown; a file with more is a list of something else, whose other columns are left alone. */
const MOST_SHOWN = 40;

/** The columns of the file: heading, first values, and what each is taken for. */
export function columnsTable(
  { table, hasHeader, columns }: CsvContent,
  meanings: readonly CsvMeaning[],
  assign: (at: number, meaning: CsvMeaning | null) => void,
): TemplateResult {
  const [first] = table.lines;
  const records = table.lines.slice(hasHeader ? 1 : 0, SAMPLES + 1);
  const heading = (at: number): string => {
    const text = hasHeader ? (first?.cells[at]?.trim() ?? '') : '';
    return text === '' ? msg(str`Column ${at + 1}`) : text;
  };
  return html`<div
    class="scroller columns"
    role="region"
    tabindex="0"
    aria-label=${msg('Columns of the file')}
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${msg('Column')}</th>
          <th scope="col">${msg('First values')}</th>
          <th scope="col">${msg('Used as')}</th>
        </tr>
      </thead>
      <tbody>
        ${columns.slice(0, MOST_SHOWN).map(
          (meaning, at) =>
            html`<tr>
              <th scope="row">${heading(at)}</th>
              <td class="samples">${samplesOf(records.map(({ cells }) => cells[at] ?? ''))}</td>
              <td>${meaningSelect({ label: heading(at), at, meaning, meanings, assign })}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function samplesOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim().slice(0, 60))
    .filter((cell) => cell !== '')
    .join(' · ');
}

interface MeaningSelect {
  readonly label: string;
  readonly at: number;
  readonly meaning: CsvMeaning | null;
  readonly meanings: readonly CsvMeaning[];
  readonly assign: (at: number, meaning: CsvMeaning | null) => void;
}

function meaningSelect({ label, at, meaning, meanings, assign }: MeaningSelect): TemplateResult {
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement)
      assign(
        at,
        CsvMeaningSchema.options.find((one) => one === (event.target as HTMLSelectElement).value) ?? null,
      );
  };
  return html`<select
    aria-label=${msg(str`What “${label}” is used as`)}
    data-column=${at}
    @change=${onChange}
  >
    <option value="" ?selected=${meaning === null} .selected=${meaning === null}>${msg('Not used')}</option>
    ${meanings.map(
      (one) => html`<option value=${one} .selected=${one === meaning}>${meaningWords(one)}</option>`,
    )}
  </select>`;
}

import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { delimiterWords, encodingWords } from './csv-words.js';
import { csvDelimiters } from './line-parser.js';
import type { CsvFormat } from './read-csv.js';
import { csvEncodings } from './text-encoding.js';

export interface FormatView {
  /** What somebody says; what is absent is recognised. */
  readonly chosen: Partial<CsvFormat>;
  readonly recognised: CsvFormat | undefined;
  readonly choose: (chosen: Partial<CsvFormat>) => void;
}

/** How the file is written, where the recognition was wrong. What was recognised can always be chosen again. */
export function formatFields({ chosen, recognised, choose }: FormatView): TemplateResult {
  const { encoding, delimiter } = chosen;
  return html`<div class="format">
    ${formatField({
      ...{ name: 'encoding', label: msg('Encoding'), values: csvEncodings, words: encodingWords },
      ...{ chosen: encoding, recognised: recognised?.encoding },
      choose: (value) => choose({ ...(value && { encoding: value }), ...(delimiter && { delimiter }) }),
    })}
    ${formatField({
      ...{
        name: 'delimiter',
        label: msg('Between the values'),
        values: csvDelimiters,
        words: delimiterWords,
      },
      ...{ chosen: delimiter, recognised: recognised?.delimiter },
      choose: (value) => choose({ ...(encoding && { encoding }), ...(value && { delimiter: value }) }),
    })}
  </div>`;
}

interface FormatField<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly values: readonly T[];
  readonly words: (value: T) => string;
  readonly chosen: T | undefined;
  readonly recognised: T | undefined;
  readonly choose: (value: T | undefined) => void;
}

function formatField<T extends string>(field: FormatField<T>): TemplateResult {
  const { name, label, values, words, chosen, recognised, choose } = field;
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const value = values.find((one) => one === target.value);
    choose(value === recognised ? undefined : value);
  };
  const now = chosen ?? recognised;
  const option = (value: T): TemplateResult =>
    html`<option value=${value} .selected=${value === now}>
      ${value === recognised ? msg(str`${words(value)} (recognised)`) : words(value)}
    </option>`;
  return html`<label>
    <span>${label}</span>
    <select name=${name} @change=${onChange}>
      ${
        recognised === undefined
          ? html`<option value="" .selected=${now === undefined}>${msg('As recognised')}</option>`
          : nothing
      }
      ${values.map(option)}
    </select>
  </label>`;
}

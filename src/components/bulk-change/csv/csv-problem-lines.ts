import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { sortName, type ContactRow, type CsvFinding, type CsvLine } from '../../../model/index.js';
import { numberWords } from '../../shared/index.js';
import { outcomeName, outcomeReason } from './csv-words.js';

/** Lines in the DOM at a time. */
export const PAGE = 50;

/** Values of a line that are shown, so that one knows which it is. */
const MOST_VALUES = 4;

export interface ProblemLinesView {
  /** Lines that change nothing, or whose contact somebody chose. */
  readonly lines: readonly CsvFinding[];
  readonly page: number;
  readonly cellsOf: (line: number) => CsvLine['cells'];
  readonly candidatesOf: (line: number) => readonly ContactRow[];
  readonly choiceOf: (line: number) => number | null | undefined;
  readonly choose: (line: number, contactId: number | null | undefined) => void;
  readonly turn: (page: number) => void;
}

/** The lines that somebody should look at, with the reason and, where several contacts fit, a choice. */
export function problemLines(view: ProblemLinesView): TemplateResult {
  const shown = view.lines.slice(view.page * PAGE, (view.page + 1) * PAGE);
  return html`<div class="scroller" role="region" tabindex="0" aria-label=${msg('Lines to look at')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Line')}</th>
            <th scope="col">${msg('In the file')}</th>
            <th scope="col">${msg('Result')}</th>
            <th scope="col">${msg('Why')}</th>
            <th scope="col">${msg('Who is meant')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((finding) => problemLine(finding, view))}
        </tbody>
      </table>
    </div>
    ${pager(view)}`;
}

function problemLine({ line, outcome }: CsvFinding, view: ProblemLinesView): TemplateResult {
  return html`<tr>
    <th scope="row" class="line">${numberWords(line)}</th>
    <td class="cells">
      ${view
        .cellsOf(line)
        .map((cell) => cell.trim())
        .filter(Boolean)
        .slice(0, MOST_VALUES)
        .join(' · ')}
    </td>
    <td class="outcome ${outcome.kind}">${outcomeName(outcome.kind)}</td>
    <td class="why">${outcomeReason(outcome)}</td>
    <td>${candidateSelect(line, view)}</td>
  </tr>`;
}

function candidateSelect(line: number, view: ProblemLinesView): unknown {
  const candidates = view.candidatesOf(line);
  if (candidates.length === 0) return nothing;
  const choice = view.choiceOf(line);
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    view.choose(
      line,
      target.value === '' ? undefined : target.value === 'none' ? null : Number(target.value),
    );
  };
  return html`<select
    aria-label=${msg(str`Who is meant in line ${numberWords(line)}`)}
    data-line=${line}
    @change=${onChange}
  >
    <option value="" .selected=${choice === undefined}>${msg('Choose …')}</option>
    ${candidates.map(
      ({ contact }) =>
        html`<option value=${contact.id} .selected=${choice === contact.id}>
          ${[sortName(contact), contact.email ?? msg('no e-mail address'), contact.title, `ID ${contact.id}`].filter(Boolean).join(' · ')}
        </option>`,
    )}
    <option value="none" .selected=${choice === null}>${msg('Nobody: leave the line out')}</option>
  </select>`;
}

function pager({ lines, page, turn }: ProblemLinesView): TemplateResult | typeof nothing {
  if (lines.length <= PAGE) return nothing;
  const last = Math.ceil(lines.length / PAGE) - 1;
  const [from, to] = [page * PAGE + 1, Math.min(lines.length, (page + 1) * PAGE)].map(numberWords);
  const button = (label: string, target: number): TemplateResult => {
    const isPossible = target >= 0 && target <= last;
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isPossible ? 'false' : 'true'}
      @click=${() => isPossible && turn(target)}
    >
      ${label}
    </button>`;
  };
  return html`<nav class="pager" aria-label=${msg('Pages of lines')}>
    ${button(msg('Back'), page - 1)}
    <span role="status">${msg(str`${from ?? ''} to ${to ?? ''} of ${numberWords(lines.length)}`)}</span>
    ${button(msg('Next'), page + 1)}
  </nav>`;
}

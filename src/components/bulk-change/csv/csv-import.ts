import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  CsvMeaningSchema,
  csvTargets,
  isIdentifying,
  type ContactRow,
  type CsvFinding,
  type CsvLine,
  type CsvMeaning,
  type CsvOutcome,
  type PortalUserOptions,
} from '../../../model/index.js';
import { Announcer, define, notice, numberWords, PortalElement } from '../../shared/index.js';
import { columnsTable } from './csv-columns-table.js';
import './csv-events.js';
import { csvImportStyles } from './csv-import.styles.js';
import { PAGE, problemLines } from './csv-problem-lines.js';
import { CsvSession, type MatchedFile } from './csv-session.js';
import { csvSource } from './csv-source.js';
import { csvProblemWords, delimiterWords, encodingWords, outcomeName } from './csv-words.js';

type Filter = 'all' | CsvOutcome['kind'];

/** In which order kinds are counted: what one can do something about comes first. */
const kinds: readonly CsvOutcome['kind'][] = [
  'ambiguous',
  'contradictory',
  'value-unknown',
  'ragged',
  'unknown',
  'duplicate',
  'left-out',
];

const withoutOptions: readonly CsvMeaning[] = [
  'contactId',
  'email',
  'name',
  'firstName',
  'lastName',
  'userName',
];

/**
 * Says which contacts a CSV file names: chosen, dropped or pasted; recognised and matched; what is unclear is shown and
 * can be decided.
 *
 * @summary Give it all `rows` of the company and the `options` of accounts. Nothing leaves the page.
 * @fires portal-csv-matched - Each time when the contacts are, or may be, others.
 */
@localized()
export class PortalCsvImport extends PortalElement {
  static override styles = csvImportStyles;

  @property({ attribute: false }) rows: readonly ContactRow[] = [];
  /** Without them, levels and formats of the file cannot be taken over. */
  @property({ attribute: false }) options?: PortalUserOptions | undefined;
  /** More contacts are still coming: who is not found now may be found then. */
  @property({ type: Boolean }) loading = false;

  @state() private isOver = false;
  @state() private filter: Filter = 'all';
  @state() private page = 0;

  readonly #announcer = new Announcer(this);
  readonly #session = new CsvSession(this, (findings) => this.#onFindings(findings));
  #contacts: ReadonlyMap<number, ContactRow> = new Map();
  #cells: { readonly lines: readonly CsvLine[]; readonly byLine: ReadonlyMap<number, CsvLine> } | undefined;
  #found:
    { readonly of: readonly CsvFinding[]; readonly byLine: ReadonlyMap<number, CsvFinding> } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rows') && !changed.has('options')) return;
    this.#contacts = new Map(this.rows.map((row) => [row.contact.id, row]));
    this.#session.setContacts(this.rows, this.options);
  }

  /** Reads a file, as if it had been chosen here. Resolves when it is read or refused. */
  async read(file: Blob, name = 'CSV'): Promise<void> {
    this.filter = 'all';
    this.page = 0;
    await this.#session.read(file, name);
    const { state: now } = this.#session;
    if (now.kind === 'failed') this.#announcer.announce(csvProblemWords(now.problem).what);
    if (now.kind === 'ready') this.#announcer.announce(summaryWords(now.findings));
  }

  protected override render(): TemplateResult {
    const { state: now } = this.#session;
    return html`${csvSource({
      isOver: this.isOver,
      setOver: (isOver) => (this.isOver = isOver),
      read: (file, name) => void this.read(file, name),
    })}
    ${now.kind === 'reading' ? this.#renderProgress(now.name, now.share) : nothing}
    ${now.kind === 'failed' ? renderFailure(now) : nothing}
    ${now.kind === 'ready' ? this.#renderFile(now.name, now) : nothing} ${this.#announcer.region()}`;
  }

  #renderProgress(name: string, share: number): TemplateResult {
    const percent = new Intl.NumberFormat(undefined, { style: 'percent' }).format(share);
    return html`<div class="progress">
      <span id="reading">${share < 1 ? msg(str`Reading ${name} …`) : msg('Looking for the contacts …')}</span>
      <progress aria-labelledby="reading" max="1" .value=${share}>${percent}</progress>
      <button type="button" class="button" @click=${() => this.#session.cancel()}>${msg('Cancel')}</button>
    </div>`;
  }

  #renderFile(name: string, file: MatchedFile): TemplateResult {
    const { table, hasHeader, columns, findings } = file;
    const facts = [
      name,
      encodingWords(table.encoding),
      ...(columns.length > 1 ? [delimiterWords(table.delimiter)] : []),
      msg(str`Lines: ${numberWords(findings.length)}`),
    ];
    const meanings = this.options === undefined ? withoutOptions : CsvMeaningSchema.options;
    return html`<p class="facts">${facts.join(' · ')}</p>
      <label class="check">
        <input
          type="checkbox"
          name="header"
          .checked=${hasHeader}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this.#session.setHeader(event.target.checked);
          }}
        />
        ${msg('The first line holds headings')}
      </label>
      ${columnsTable(file, meanings, (at, meaning) => this.#session.assign(at, meaning))}
      ${columns.some(isIdentifying) ? this.#renderResult(file) : nobodyNamed()}`;
  }

  #renderResult({ table, findings }: MatchedFile): TemplateResult {
    const isOpen = ({ outcome, line }: CsvFinding): boolean =>
      outcome.kind !== 'matched' || this.#candidatesOf(line).length > 0;
    const open = findings.filter(isOpen);
    const shown = this.filter === 'all' ? open : open.filter(({ outcome }) => outcome.kind === this.filter);
    const page = Math.min(this.page, Math.max(0, Math.ceil(shown.length / PAGE) - 1));
    return html`${this.loading ? stillLoading() : nothing}
    ${notice({ tone: findings.length > 0 && open.length === 0 ? 'good' : 'warn', title: summaryWords(findings) })}
    ${
      open.length === 0
        ? nothing
        : html`${this.#renderChips(open)}
          ${problemLines({
            lines: shown,
            page,
            cellsOf: (line) => this.#cellsOf(line, table.lines),
            candidatesOf: (line) => this.#candidatesOf(line),
            choiceOf: (line) => this.#session.choiceOf(line),
            choose: (line, contactId) => this.#session.choose(line, contactId),
            turn: (to) => (this.page = to),
          })}`
    }`;
  }

  #renderChips(open: readonly CsvFinding[]): TemplateResult {
    const counts = countKinds(open);
    const chip = (filter: Filter, label: string, count: number): TemplateResult =>
      html`<button
        type="button"
        class="chip"
        aria-pressed=${this.filter === filter ? 'true' : 'false'}
        @click=${() => {
          this.filter = filter;
          this.page = 0;
        }}
      >
        ${label} ${numberWords(count)}
      </button>`;
    return html`<div class="chips" role="group" aria-label=${msg('Which lines are shown')}>
      ${chip('all', msg('To look at'), open.length)}
      ${kinds
        .filter((kind) => kind === this.filter || counts.has(kind))
        .map((kind) => chip(kind, outcomeName(kind), counts.get(kind) ?? 0))}
    </div>`;
  }

  #cellsOf(line: number, lines: readonly CsvLine[]): readonly string[] {
    if (this.#cells?.lines !== lines)
      this.#cells = { lines, byLine: new Map(lines.map((one) => [one.line, one])) };
    return this.#cells.byLine.get(line)?.cells ?? [];
  }

  /** Between whom somebody has chosen, or can. */
  #candidatesOf(line: number): readonly ContactRow[] {
    const { found } = this.#session;
    if (this.#found?.of !== found)
      this.#found = { of: found, byLine: new Map(found.map((one) => [one.line, one])) };
    const outcome = this.#found.byLine.get(line)?.outcome;
    if (outcome === undefined || !('candidates' in outcome)) return [];
    return outcome.candidates.flatMap((id) => this.#contacts.get(id) ?? []);
  }

  #onFindings(findings: readonly CsvFinding[]): void {
    const targets = csvTargets(findings);
    this.emit('portal-csv-matched', { targets, leftOut: findings.length - targets.length });
  }
}

function countKinds(findings: readonly CsvFinding[]): Map<CsvOutcome['kind'], number> {
  const counts = new Map<CsvOutcome['kind'], number>();
  for (const { outcome } of findings) counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
  return counts;
}

/** How many were found, and how many were not. */
function summaryWords(findings: readonly CsvFinding[]): string {
  if (findings.length === 0) return msg('The file holds headings only.');
  const matched = countKinds(findings).get('matched') ?? 0;
  const [found, all, rest] = [matched, findings.length, findings.length - matched].map(numberWords);
  const words = msg(str`Found among the contacts: ${found ?? ''} of ${all ?? ''}.`);
  return matched === findings.length
    ? words
    : `${words} ${msg(str`To look at, or without effect: ${rest ?? ''}.`)}`;
}

function renderFailure({
  name,
  problem,
}: {
  name: string;
  problem: Parameters<typeof csvProblemWords>[0];
}): TemplateResult {
  const { what, why, next } = csvProblemWords(problem);
  return notice({ tone: 'bad', title: what, text: `${why} ${next} (${name})`, isUrgent: true });
}

function nobodyNamed(): TemplateResult {
  return notice({
    tone: 'warn',
    title: msg('No column says who is meant.'),
    text: msg('Choose above which column holds the contact ID, the e-mail address or the name.'),
  });
}

function stillLoading(): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('The contacts are still being loaded.'),
    text: msg('Lines that are not found now may be found when all are there.'),
  });
}

define('portal-csv-import', PortalCsvImport);

declare global {
  interface HTMLElementTagNameMap {
    'portal-csv-import': PortalCsvImport;
  }
}

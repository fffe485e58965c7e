import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  CsvMeaningSchema,
  isIdentifying,
  type ContactRow,
  type CsvFinding,
  type CsvMeaning,
  type CsvOutcome,
  type PortalUserOptions,
} from '../../../model/index.js';
import { Announcer, define, notice, numberWords, PortalElement } from '../../shared/index.js';
import { columnsTable } from './csv-columns-table.js';
import './csv-events.js';
import { formatFields } from './csv-format-fields.js';
import { csvImportStyles } from './csv-import.styles.js';
import { PAGE, problemLines } from './csv-problem-lines.js';
import type { CsvMatch } from './csv-matching.js';
import type { CsvProblem } from './csv-problem.js';
import { CsvSession, type CsvContent, type CsvState } from './csv-session.js';
import { csvSource } from './csv-source.js';
import { csvProblemWords, outcomeName } from './csv-words.js';
import type { CsvFormat } from './read-csv.js';

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
  readonly #session = new CsvSession(this, ({ findings, targets }) => {
    this.emit('portal-csv-matched', { targets, leftOut: findings.length - targets.length });
  });
  /** Made when somebody first has to choose. */
  #contacts: ReadonlyMap<number, ContactRow> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rows') && !changed.has('options')) return;
    this.#contacts = undefined;
    this.#session.setContacts(this.rows, this.options);
  }

  /** Reads a file, as if it had been chosen here. Resolves when it is read or refused. */
  async read(file: Blob, name = 'CSV'): Promise<void> {
    this.filter = 'all';
    this.page = 0;
    await this.#session.read(file, name);
    this.#announceEnd();
  }

  async #readAs(chosen: Partial<CsvFormat>): Promise<void> {
    await this.#session.readAs(chosen);
    this.#announceEnd();
  }

  #announceEnd(): void {
    const { state: now } = this.#session;
    if (now.kind === 'failed') this.#announcer.announce(csvProblemWords(now.problem).what);
    if (now.kind === 'ready') this.#announcer.announce(summaryWords(now.match));
  }

  protected override render(): TemplateResult {
    const { state: now, name } = this.#session;
    return html`${csvSource({
      isOver: this.isOver,
      setOver: (isOver) => (this.isOver = isOver),
      read: (file, from) => void this.read(file, from),
    })}
    ${this.#renderFormat(now)}
    ${now.kind === 'reading' ? this.#renderProgress(msg(str`Reading ${name} …`), now.share) : nothing}
    ${now.kind === 'failed' ? this.#renderFailure(name, now.problem) : nothing}
    ${'content' in now ? this.#renderContent(now.content) : nothing}
    ${now.kind === 'matching' ? this.#renderProgress(msg('Looking for the contacts …'), now.share) : nothing}
    ${now.kind === 'ready' ? this.#renderResult(now) : nothing} ${this.#announcer.region()}`;
  }

  #renderProgress(words: string, share: number): TemplateResult {
    const percent = new Intl.NumberFormat(undefined, { style: 'percent' }).format(share);
    return html`<div class="progress">
      <span id="reading">${words}</span>
      <progress aria-labelledby="reading" max="1" .value=${share}>${percent}</progress>
      <button type="button" class="button" @click=${() => this.#session.cancel()}>${msg('Cancel')}</button>
    </div>`;
  }

  /** Stays while the file is read again, so that the focus stays too. */
  #renderFormat(now: CsvState): unknown {
    const { name, chosen, recognised } = this.#session;
    const isAnew = now.kind === 'reading' && Object.keys(chosen).length === 0 && recognised === undefined;
    if (now.kind === 'empty' || isAnew) return nothing;
    const isOfNoUse = now.kind === 'failed' && Object.keys(chosen).length === 0 && !isReadable(now.problem);
    if (isOfNoUse) return nothing;
    const lines = now.kind === 'ready' ? numberWords(now.match.findings.length) : '…';
    return html`<div class="file">
      <p class="facts">${now.kind === 'failed' ? name : `${name} · ${msg(str`Lines: ${lines}`)}`}</p>
      ${formatFields({ chosen, recognised, choose: (format) => void this.#readAs(format) })}
    </div>`;
  }

  #renderFailure(name: string, problem: CsvProblem): TemplateResult {
    const { what, why, next } = csvProblemWords(problem);
    const isChosen = Object.keys(this.#session.chosen).length > 0;
    const hint = isChosen ? ` ${msg('Or it is not written as you chose above.')}` : '';
    return notice({ tone: 'bad', title: what, text: `${why} ${next}${hint} (${name})`, isUrgent: true });
  }

  #renderContent(content: CsvContent): TemplateResult {
    const meanings = this.options === undefined ? withoutOptions : CsvMeaningSchema.options;
    return html`<label class="check">
        <input
          type="checkbox"
          name="header"
          .checked=${content.hasHeader}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this.#session.setHeader(event.target.checked);
          }}
        />
        ${msg('The first line holds headings')}
      </label>
      ${columnsTable(content, meanings, (at, meaning) => this.#session.assign(at, meaning))}`;
  }

  #renderResult({ content, match }: Extract<CsvState, { kind: 'ready' }>): TemplateResult {
    if (!content.columns.some(isIdentifying)) return nobodyNamed();
    const { open, findings } = match;
    const shown = this.filter === 'all' ? open : open.filter(({ outcome }) => outcome.kind === this.filter);
    const page = Math.min(this.page, Math.max(0, Math.ceil(shown.length / PAGE) - 1));
    return html`${this.loading ? stillLoading() : nothing}
    ${notice({ tone: findings.length > 0 && open.length === 0 ? 'good' : 'warn', title: summaryWords(match) })}
    ${
      open.length === 0
        ? nothing
        : html`${this.#renderChips(match)}
          ${problemLines({
            lines: shown,
            page,
            cellsOf: (line) => atLine(content.table.lines, line)?.cells ?? [],
            candidatesOf: (line) => this.#candidatesOf(atLine(match.found, line)),
            choiceOf: (line) => this.#session.choiceOf(line),
            choose: (line, contactId) => this.#session.choose(line, contactId),
            turn: (to) => (this.page = to),
          })}`
    }`;
  }

  #renderChips({ open, counts }: CsvMatch): TemplateResult {
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

  /** Between whom somebody has chosen, or can. */
  #candidatesOf(found: CsvFinding | undefined): readonly ContactRow[] {
    if (found === undefined || !('candidates' in found.outcome)) return [];
    this.#contacts ??= new Map(this.rows.map((row) => [row.contact.id, row]));
    return found.outcome.candidates.flatMap((id) => this.#contacts?.get(id) ?? []);
  }
}

/** Whether it can be a matter of how it is read: what is no text at all, or cannot be reached, is read in no way. */
function isReadable({ code }: CsvProblem): boolean {
  return !['empty', 'too-large', 'no-csv', 'unreadable'].includes(code);
}

/** By the line's number, after which they are in order. */
function atLine<T extends { readonly line: number }>(items: readonly T[], line: number): T | undefined {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return items[low]?.line === line ? items[low] : undefined;
}

/** How many were found, and how many were not. */
function summaryWords({ findings, counts }: CsvMatch): string {
  if (findings.length === 0) return msg('The file holds headings only.');
  const matched = counts.get('matched') ?? 0;
  const [found, all, rest] = [matched, findings.length, findings.length - matched].map(numberWords);
  const words = msg(str`Found among the contacts: ${found ?? ''} of ${all ?? ''}.`);
  return matched === findings.length
    ? words
    : `${words} ${msg(str`To look at, or without effect: ${rest ?? ''}.`)}`;
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

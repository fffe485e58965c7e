import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  assignColumn,
  ContactIndex,
  CsvValueReader,
  findContacts,
  recogniseColumns,
  settleFindings,
  type ContactRow,
  type CsvColumns,
  type CsvFinding,
  type CsvLine,
  type CsvMeaning,
  type PortalUserOptions,
} from '../../../model/index.js';
import type { CsvProblem } from './csv-problem.js';
import { readCsv, type CsvTable } from './read-csv.js';

/** ms. While contacts are still being loaded, the file is matched again no more often than this. */
const REMATCH = 400;

/** A file that was read, and whom it names. */
export interface MatchedFile {
  readonly table: CsvTable;
  readonly hasHeader: boolean;
  readonly columns: CsvColumns;
  readonly findings: readonly CsvFinding[];
}

export type CsvState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: CsvProblem }
  | ({ readonly kind: 'ready'; readonly name: string } & MatchedFile);

/** Reads one file at a time and matches it to the contacts, again whenever something about that changes. */
export class CsvSession implements ReactiveController {
  state: CsvState = { kind: 'empty' };
  #index = new ContactIndex([]);
  #options: PortalUserOptions | undefined;
  #values = new CsvValueReader(undefined);
  /** What was found before choices and duplicates. */
  #found: readonly CsvFinding[] = [];
  readonly #choices = new Map<number, number | null>();
  #reading: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onChange` is told when the contacts that a file names may be others than before. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onChange: (findings: readonly CsvFinding[]) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Without options, levels and formats cannot be told, so their columns are not used. */
  setContacts(rows: readonly ContactRow[], options: PortalUserOptions | undefined): void {
    this.#index = new ContactIndex(rows);
    this.#options = options;
    this.#values = new CsvValueReader(options);
    if (this.state.kind !== 'ready') return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.state.kind === 'ready') this.#match(this.state.name, this.state);
    }, REMATCH);
  }

  /** Reads a file instead of the one before. Resolves when it is read, refused or called off; it never rejects. */
  async read(file: Blob, name: string): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#choices.clear();
    this.#enter({ kind: 'reading', name, share: 0 }, []);
    try {
      const { signal } = reading;
      const result = await readCsv(file, { signal, onProgress: (share) => this.#progress(name, share) });
      // The end of the reading is drawn before the matching begins.
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      if ('problem' in result) this.#enter({ kind: 'failed', name, problem: result.problem }, []);
      else this.#match(name, { table: result.table, ...this.#recognise(result.table.lines) });
    } catch (thrown) {
      if (!reading.signal.aborted) throw thrown;
    }
  }

  /** Calls the reading off. */
  cancel(): void {
    this.#reading?.abort();
    if (this.state.kind === 'reading') this.#enter({ kind: 'empty' }, []);
  }

  /** Gives a column another meaning. */
  assign(at: number, meaning: CsvMeaning | null): void {
    const { state } = this;
    if (state.kind !== 'ready') return;
    this.#choices.clear();
    this.#match(state.name, { ...state, columns: assignColumn(state.columns, at, meaning) });
  }

  setHeader(hasHeader: boolean): void {
    if (this.state.kind === 'ready') this.#match(this.state.name, { ...this.state, hasHeader });
  }

  /** Says who is meant by a line; null = nobody, undefined = not chosen yet. */
  choose(line: number, contactId: number | null | undefined): void {
    if (contactId === undefined) this.#choices.delete(line);
    else this.#choices.set(line, contactId);
    if (this.state.kind === 'ready') this.#settle(this.state.name, this.state);
  }

  /** What somebody chose for a line, and between whom. */
  choiceOf(line: number): number | null | undefined {
    return this.#choices.get(line);
  }

  /** What a line was before somebody chose. */
  get found(): readonly CsvFinding[] {
    return this.#found;
  }

  #recognise(lines: readonly CsvLine[]): Pick<MatchedFile, 'hasHeader' | 'columns'> {
    const { hasHeader, columns } = recogniseColumns(lines, this.#index);
    const needsOptions = (meaning: CsvMeaning | null): boolean =>
      meaning === 'securityLevel' || (meaning?.endsWith('Format') ?? false);
    const isUsable = (meaning: CsvMeaning | null): boolean =>
      this.#options !== undefined || !needsOptions(meaning);
    return { hasHeader, columns: columns.map((meaning) => (isUsable(meaning) ? meaning : null)) };
  }

  #match(name: string, file: Omit<MatchedFile, 'findings'>): void {
    const { table, columns, hasHeader } = file;
    const [first] = table.lines;
    const context = { columns, index: this.#index, values: this.#values, width: first?.cells.length ?? 0 };
    this.#found = findContacts(hasHeader ? table.lines.slice(1) : table.lines, context);
    this.#settle(name, file);
  }

  #settle(name: string, { table, columns, hasHeader }: Omit<MatchedFile, 'findings'>): void {
    const findings = settleFindings(this.#found, this.#choices);
    this.#enter({ kind: 'ready', name, table, columns, hasHeader, findings }, findings);
  }

  /** A second look, in another encoding, does not go back. */
  #progress(name: string, share: number): void {
    const { state } = this;
    if (state.kind !== 'reading' || share <= state.share) return;
    this.state = { kind: 'reading', name, share };
    this.host.requestUpdate();
  }

  #enter(state: CsvState, findings: readonly CsvFinding[]): void {
    this.state = state;
    this.onChange(findings);
    this.host.requestUpdate();
  }
}

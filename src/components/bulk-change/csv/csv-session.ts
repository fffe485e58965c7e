import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  assignColumn,
  ContactIndex,
  CsvValueReader,
  recogniseColumns,
  type ContactRow,
  type CsvChoices,
  type CsvLine,
  type CsvMeaning,
  type PortalUserOptions,
  type RecognisedColumns,
} from '../../../model/index.js';
import { inTurns } from '../../shared/index.js';
import { matchLines, noMatch, settleMatch, type CsvMatch } from './csv-matching.js';
import type { CsvProblem } from './csv-problem.js';
import { readCsv, type CsvFormat, type CsvTable } from './read-csv.js';

/** ms. While contacts are still being loaded, the file is matched again no more often than this. */
const REMATCH = 400;

/** A file that was read, and what its columns are taken for. */
export interface CsvContent extends RecognisedColumns {
  readonly table: CsvTable;
}

export type CsvState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'failed'; readonly problem: CsvProblem }
  | { readonly kind: 'matching'; readonly share: number; readonly content: CsvContent }
  | { readonly kind: 'ready'; readonly content: CsvContent; readonly match: CsvMatch };

type Ready = Extract<CsvState, { kind: 'ready' }>;

/** A file that somebody has given, and how they say that it is written. */
interface Source {
  readonly file: Blob;
  readonly name: string;
  readonly chosen: Partial<CsvFormat>;
}

/** How everything stood before a change that takes a while. */
interface Before {
  readonly state: Ready;
  readonly source: Source;
  readonly choices: CsvChoices;
}

/**
 * Reads one file at a time and matches it to the contacts, again whenever something about that changes. What takes long
 * is done in turns with the page, and what is no longer wanted is dropped.
 */
export class CsvSession implements ReactiveController {
  state: CsvState = { kind: 'empty' };
  /** As the file was recognised before anybody chose something else; undefined as long as it could not be read. */
  recognised: CsvFormat | undefined;
  #source: Source | undefined;
  /** Where calling off leads back to. */
  #before: Before | undefined;
  /** Somebody has said what columns are, so they are not recognised anew. */
  #hasAssigned = false;
  #index = new ContactIndex([]);
  #options: PortalUserOptions | undefined;
  #values = new CsvValueReader(undefined);
  /** Replaced, never written to. */
  #choices: CsvChoices = new Map();
  #running: AbortController | undefined;
  /** What is under way is a look at contacts that have come since. */
  #isMatchingAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onChange` is told when the contacts that a file names may be others than before. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onChange: (match: CsvMatch) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#before = undefined;
    this.cancel();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get name(): string {
    return this.#source?.name ?? '';
  }

  /** What somebody said of the file's encoding and delimiter. */
  get chosen(): Partial<CsvFormat> {
    return this.#source?.chosen ?? {};
  }

  /** What somebody chose for a line. */
  choiceOf(line: number): number | null | undefined {
    return this.#choices.get(line);
  }

  /** Without options, levels and formats cannot be told, so their columns are not used. */
  setContacts(rows: readonly ContactRow[], options: PortalUserOptions | undefined): void {
    this.#index = new ContactIndex(rows);
    this.#options = options;
    this.#values = new CsvValueReader(options);
    if (this.state.kind === 'ready' || this.state.kind === 'matching') this.#matchLater();
  }

  /** Reads a file instead of the one before. Resolves when it is matched, refused or called off; it never rejects. */
  read(file: Blob, name: string): Promise<void> {
    this.#choices = new Map();
    this.#hasAssigned = false;
    this.#before = this.recognised = undefined;
    this.#source = { file, name, chosen: {} };
    return this.#load(this.#source);
  }

  /** Reads the file again as somebody says that it is written. What they decided is kept as far as it still fits. */
  readAs(chosen: Partial<CsvFormat>): Promise<void> {
    if (this.#source === undefined) return Promise.resolve();
    this.#keepWayBack();
    const content = 'content' in this.state ? this.state.content : undefined;
    this.#source = { ...this.#source, chosen };
    return this.#load(this.#source, this.#hasAssigned ? content : undefined);
  }

  /** Calls off what is under way: back to how it was before, or to no file. */
  cancel(): void {
    this.#running?.abort();
    if (this.state.kind !== 'reading' && this.state.kind !== 'matching') return;
    const before = this.#before;
    this.#before = undefined;
    this.#source = before?.source;
    this.#choices = before?.choices ?? new Map();
    if (before === undefined) this.#enter({ kind: 'empty' }, noMatch);
    else this.#enter(before.state, before.state.match);
  }

  /** Gives a column another meaning. */
  assign(at: number, meaning: CsvMeaning | null): void {
    const { state } = this;
    if (!('content' in state)) return;
    this.#keepWayBack();
    this.#choices = new Map();
    this.#say({ ...state.content, columns: assignColumn(state.content.columns, at, meaning) });
  }

  setHeader(hasHeader: boolean): void {
    if (!('content' in this.state)) return;
    this.#keepWayBack();
    this.#say({ ...this.state.content, hasHeader });
  }

  /** Says who is meant by a line; null = nobody, undefined = not chosen yet. */
  choose(line: number, contactId: number | null | undefined): void {
    const choices = new Map(this.#choices);
    if (contactId === undefined) choices.delete(line);
    else choices.set(line, contactId);
    this.#choices = choices;
    const { state } = this;
    if (state.kind !== 'ready') return;
    if (this.#isMatchingAgain) this.#matchLater();
    void this.#work((signal) => this.#settle(state, signal));
  }

  #say(content: CsvContent): void {
    this.#hasAssigned = true;
    void this.#work((signal) => this.#match(content, signal));
  }

  #keepWayBack(): void {
    if (this.state.kind === 'ready' && this.#source !== undefined)
      this.#before = { state: this.state, source: this.#source, choices: this.#choices };
  }

  #matchLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { state } = this;
      if (state.kind === 'matching') void this.#work((signal) => this.#match(state.content, signal));
      // What is there already still holds: it is shown until more is known.
      if (state.kind === 'ready') void this.#work((signal) => this.#matchAgain(state, signal));
    }, REMATCH);
  }

  /** One thing at a time: what was under way is dropped. Never rejects for that. */
  async #work(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#isMatchingAgain = false;
    try {
      await run(running.signal);
    } catch (thrown) {
      if (!running.signal.aborted) throw thrown;
    }
  }

  #load({ file, chosen }: Source, said?: RecognisedColumns): Promise<void> {
    return this.#work(async (signal) => {
      this.#enter({ kind: 'reading', share: 0 }, noMatch);
      const result = await readCsv(file, { chosen, signal, onProgress: (share) => this.#progress(share) });
      signal.throwIfAborted();
      if ('problem' in result) {
        this.#enter({ kind: 'failed', problem: result.problem }, noMatch);
        return;
      }
      const { table } = result;
      if (Object.keys(chosen).length === 0)
        this.recognised = { encoding: table.encoding, delimiter: table.delimiter };
      const recognised = await this.#recognise(table.lines, signal);
      const isSameShape = said?.columns.length === recognised.columns.length;
      await this.#match({ table, ...(isSameShape ? said : recognised) }, signal);
    });
  }

  async #recognise(lines: readonly CsvLine[], signal: AbortSignal): Promise<RecognisedColumns> {
    const { hasHeader, columns } = await inTurns(recogniseColumns(lines, this.#index), { signal });
    const needsOptions = (meaning: CsvMeaning | null): boolean =>
      meaning === 'securityLevel' || (meaning?.endsWith('Format') ?? false);
    const isUsable = (meaning: CsvMeaning | null): boolean =>
      this.#options !== undefined || !needsOptions(meaning);
    return { hasHeader, columns: columns.map((meaning) => (isUsable(meaning) ? meaning : null)) };
  }

  /** Until it is known whom the file names, nobody can go on with what it named before. */
  async #match(content: CsvContent, signal: AbortSignal): Promise<void> {
    this.#enter({ kind: 'matching', share: 0, content }, noMatch);
    const match = await inTurns(this.#matching(content), {
      signal,
      onProgress: (share) => this.#progress(share),
    });
    signal.throwIfAborted();
    this.#before = undefined;
    this.#enter({ kind: 'ready', content, match }, match);
  }

  async #matchAgain({ content }: Ready, signal: AbortSignal): Promise<void> {
    this.#isMatchingAgain = true;
    const match = await inTurns(this.#matching(content), { signal });
    this.#isMatchingAgain = false;
    this.#enter({ kind: 'ready', content, match }, match);
  }

  #matching({ table, columns, hasHeader }: CsvContent): ReturnType<typeof matchLines> {
    const width = table.lines[0]?.cells.length ?? 0;
    const context = { columns, index: this.#index, values: this.#values, width };
    return matchLines(hasHeader ? table.lines.slice(1) : table.lines, context, this.#choices);
  }

  async #settle(ready: Ready, signal: AbortSignal): Promise<void> {
    const match = await inTurns(settleMatch(ready.match.found, this.#choices), { signal });
    this.#enter({ ...ready, match }, match);
  }

  /** A second look, in another encoding, does not go back. */
  #progress(share: number): void {
    const { state } = this;
    if (!('share' in state) || share <= state.share) return;
    this.state = { ...state, share };
    this.host.requestUpdate();
  }

  #enter(state: CsvState, match: CsvMatch): void {
    this.state = state;
    this.onChange(match);
    this.host.requestUpdate();
  }
}

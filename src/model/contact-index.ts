import type { ContactRow } from './contact.js';
import { foldText, foldWrittenOut } from './fold-text.js';
import { asShare, eachInParts, finish, type Work } from './work.js';

/** A name as some list writes it: in two fields, or in one, also "Last, First". */
export type WrittenName = string | { readonly first: string; readonly last: string };

/** By what a contact is looked up. */
export type ContactKey = 'contactId' | 'email' | 'name';

const NOBODY: readonly number[] = [];

/**
 * Finds the contacts of a company by what other lists know of them. Built once, in the number of contacts; a look-up
 * costs the same however many there are. All answers are contact ids, the same array for the same question.
 */
export class ContactIndex {
  readonly #rows: readonly ContactRow[];
  /** Each is built when it is first asked for: many files know addresses only. */
  #ids: IdsByKey<number> | undefined;
  #byEmail: IdsByKey<string> | undefined;
  #byName: NameIndex | undefined;

  constructor(rows: readonly ContactRow[]) {
    this.#rows = rows;
  }

  /** Builds what look-ups by these take. Without it the first one does so, in one piece. */
  *prepare(keys: readonly ContactKey[]): Work<void> {
    if (keys.includes('contactId')) this.#ids ??= yield* asShare(idIndex(this.#rows), 0, 0.1);
    if (keys.includes('email')) this.#byEmail ??= yield* asShare(emailIndex(this.#rows), 0.1, 0.3);
    if (keys.includes('name')) this.#byName ??= yield* asShare(nameIndex(this.#rows), 0.3, 1);
  }

  /** By the PSA's contact id as a text. */
  byId(text: string): readonly number[] {
    const digits = text.trim();
    this.#ids ??= finish(idIndex(this.#rows));
    return /^\d{1,15}$/.test(digits) ? (this.#ids.get(Number(digits)) ?? NOBODY) : NOBODY;
  }

  /** By e-mail address, without case; "Name <address>" and "mailto:address" are understood. */
  byEmail(text: string): readonly number[] {
    this.#byEmail ??= finish(emailIndex(this.#rows));
    return this.#byEmail.get(foldEmail(text)) ?? NOBODY;
  }

  /** By name, without case, accents and punctuation. Who is found as written hides who is found only in another order. */
  byName(written: WrittenName): readonly number[] {
    this.#byName ??= finish(nameIndex(this.#rows));
    return idsOfName(this.#byName, inOrder(written)) ?? NOBODY;
  }
}

type IdsByKey<K> = ReadonlyMap<K, readonly number[]>;

function* idIndex(rows: readonly ContactRow[]): Work<IdsByKey<number>> {
  const index = new Map<number, readonly number[]>();
  yield* eachInParts(rows, ({ contact: { id } }) => index.set(id, [id]));
  return index;
}

function* emailIndex(rows: readonly ContactRow[]): Work<IdsByKey<string>> {
  const index = new Map<string, number[]>();
  yield* eachInParts(rows, ({ contact: { email, id } }) => {
    if (email !== null) add(index, foldEmail(email), id);
  });
  return index;
}

interface NameIndex {
  readonly folded: IdsByKey<string>;
  /** Only names that are written otherwise where there are no umlauts. */
  readonly writtenOut: IdsByKey<string>;
  /** By their words in alphabetical order. */
  readonly anyOrder: IdsByKey<string>;
}

function* nameIndex(rows: readonly ContactRow[]): Work<NameIndex> {
  const [folded, writtenOut, anyOrder] = [
    new Map<string, number[]>(),
    new Map<string, number[]>(),
    new Map<string, number[]>(),
  ];
  yield* eachInParts(rows, ({ contact: { id, firstName, lastName } }) => {
    const name = `${firstName} ${lastName}`;
    const plain = words(foldText(name));
    const out = words(foldWrittenOut(name));
    add(folded, plain, id);
    add(anyOrder, sorted(plain), id);
    if (out === plain) return;
    add(writtenOut, out, id);
    add(anyOrder, sorted(out), id);
  });
  return { folded, writtenOut, anyOrder };
}

/** The ids of a name that is written first name first, or in any order. */
function idsOfName({ folded, writtenOut, anyOrder }: NameIndex, name: string): readonly number[] | undefined {
  const plain = words(foldText(name));
  const ids = folded.get(plain);
  if (ids !== undefined) return ids;
  const out = words(foldWrittenOut(name));
  return writtenOut.get(out) ?? folded.get(out) ?? anyOrder.get(sorted(plain)) ?? anyOrder.get(sorted(out));
}

function add(index: Map<string, number[]>, key: string, id: number): void {
  if (key === '') return;
  const ids = index.get(key);
  if (ids === undefined) index.set(key, [id]);
  else ids.push(id);
}

/** The address of `Mareike Adler <m.adler@example.com>` or `mailto:m.adler@example.com`, in lower case. */
function foldEmail(text: string): string {
  const inBrackets = /<([^<>]*)>\s*$/.exec(text)?.[1];
  return (inBrackets ?? text)
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
}

/** The first name first. */
function inOrder(written: WrittenName): string {
  if (typeof written !== 'string') return `${written.first} ${written.last}`;
  const [last = '', first = '', ...more] = written.split(',');
  return more.length === 0 && first.trim() !== '' ? `${first} ${last}` : written;
}

/** Most names need no work. */
const clean = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Hyphens, points and double spaces are written in too many ways to mean something. */
function words(folded: string): string {
  if (clean.test(folded)) return folded;
  return folded.replace(/[^a-z0-9\p{L}\p{N}]+/gu, ' ').trim();
}

function sorted(name: string): string {
  return name.split(' ').sort().join(' ');
}

import type { Contact, ContactRow } from './contact.js';
import { foldText, foldWrittenOut } from './fold-text.js';

/** A name as some list writes it: in two fields, or in one, also "Last, First". */
export type WrittenName = string | { readonly first: string; readonly last: string };

const NOBODY: readonly number[] = [];

/**
 * Finds the contacts of a company by what other lists know of them. Built once, in the number of contacts; a look-up
 * costs the same however many there are. All answers are contact ids, the same array for the same question.
 */
export class ContactIndex {
  readonly #ids = new Map<number, readonly number[]>();
  readonly #contacts: readonly Contact[];
  /** Built when the first record asks: many files know addresses only. */
  #byEmail: IdsByText | undefined;
  #byName: NameIndex | undefined;

  constructor(rows: readonly ContactRow[]) {
    this.#contacts = rows.map(({ contact }) => contact);
    for (const { id } of this.#contacts) this.#ids.set(id, [id]);
  }

  /** By the PSA's contact id as a text. */
  byId(text: string): readonly number[] {
    const digits = text.trim();
    return /^\d{1,15}$/.test(digits) ? (this.#ids.get(Number(digits)) ?? NOBODY) : NOBODY;
  }

  /** By e-mail address, without case; "Name <address>" and "mailto:address" are understood. */
  byEmail(text: string): readonly number[] {
    this.#byEmail ??= emailIndex(this.#contacts);
    return this.#byEmail.get(foldEmail(text)) ?? NOBODY;
  }

  /** By name, without case, accents and punctuation. Who is found as written hides who is found only in another order. */
  byName(written: WrittenName): readonly number[] {
    this.#byName ??= new NameIndex(this.#contacts);
    return this.#byName.get(inOrder(written)) ?? NOBODY;
  }
}

type IdsByText = ReadonlyMap<string, readonly number[]>;

function emailIndex(contacts: readonly Contact[]): IdsByText {
  const index = new Map<string, number[]>();
  for (const { email, id } of contacts) if (email !== null) add(index, foldEmail(email), id);
  return index;
}

class NameIndex {
  readonly #folded = new Map<string, number[]>();
  /** Only names that are written otherwise where there are no umlauts. */
  readonly #writtenOut = new Map<string, number[]>();
  #anyOrder: IdsByText | undefined;

  constructor(contacts: readonly Contact[]) {
    for (const { id, firstName, lastName } of contacts) {
      const name = `${firstName} ${lastName}`;
      const folded = words(foldText(name));
      const out = words(foldWrittenOut(name));
      add(this.#folded, folded, id);
      if (out !== folded) add(this.#writtenOut, out, id);
    }
  }

  /** The ids of a name that is written first name first, or in any order. */
  get(name: string): readonly number[] | undefined {
    const folded = words(foldText(name));
    const ids = this.#folded.get(folded);
    if (ids !== undefined) return ids;
    const out = words(foldWrittenOut(name));
    const others = this.#writtenOut.get(out) ?? this.#folded.get(out);
    if (others !== undefined) return others;
    this.#anyOrder ??= this.#inAnyOrder();
    return this.#anyOrder.get(sorted(folded)) ?? this.#anyOrder.get(sorted(out));
  }

  #inAnyOrder(): IdsByText {
    const index = new Map<string, number[]>();
    for (const names of [this.#folded, this.#writtenOut])
      for (const [name, ids] of names) for (const id of ids) add(index, sorted(name), id);
    return index;
  }
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

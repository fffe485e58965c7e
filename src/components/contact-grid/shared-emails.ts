/** Rows are named by their place in a list that only grows. */
export type AddressOf = (place: number) => string | null;

const NONE = -1;
const FIRST_SIZE = 1024;

/**
 * Which rows share an e-mail address, without case. A hash table of places, three numbers a row: the addresses themselves
 * are kept once, by the rows. Taking a row or its other address in costs the same however many there are.
 */
export class SharedEmails {
  /** By the end of a hash: the place that was taken last. */
  #heads = new Int32Array(FIRST_SIZE).fill(NONE);
  /** By place: the one that was taken before it, and the hash of its address. */
  #before = new Int32Array(FIRST_SIZE).fill(NONE);
  #hashes = new Int32Array(FIRST_SIZE);
  #count = 0;

  /** @param addressOf the address of a row that was taken, as it was then. */
  constructor(private readonly addressOf: AddressOf) {}

  /** Takes a row in. Returns another row with the same address, or undefined; with it, all rows of the address share it. */
  add(place: number): number | undefined {
    const email = this.addressOf(place);
    if (email === null || email.trim() === '') return undefined;
    this.#growTo(place);
    const hash = hashOf(email);
    const other = this.#find(email, hash);
    this.#hashes[place] = hash;
    this.#link(place, hash);
    this.#count += 1;
    if (this.#count > this.#heads.length) this.#spread();
    return other;
  }

  /** Forgets a row, before its address changes. Returns the row that is left alone with the address, if one is. */
  remove(place: number): number | undefined {
    const email = this.addressOf(place);
    if (email === null || email.trim() === '' || !this.#unlink(place)) return undefined;
    this.#count -= 1;
    const hash = hashOf(email);
    const left = this.#find(email, hash);
    const another = left === undefined ? undefined : this.#find(email, hash, this.#before[left]);
    return another === undefined ? left : undefined;
  }

  /** The place that was taken last with an address, from one of its chain on. */
  #find(email: string, hash: number, from = this.#heads[this.#slot(hash)]): number | undefined {
    let place = from ?? NONE;
    while (place !== NONE && !(this.#hashes[place] === hash && areSame(this.addressOf(place), email)))
      place = this.#before[place] ?? NONE;
    return place === NONE ? undefined : place;
  }

  #link(place: number, hash: number): void {
    const slot = this.#slot(hash);
    this.#before[place] = this.#heads[slot] ?? NONE;
    this.#heads[slot] = place;
  }

  /** False where it was not taken. */
  #unlink(place: number): boolean {
    const slot = this.#slot(this.#hashes[place] ?? 0);
    const next = this.#before[place] ?? NONE;
    if (this.#heads[slot] === place) {
      this.#heads[slot] = next;
      return true;
    }
    let one = this.#heads[slot] ?? NONE;
    while (one !== NONE && this.#before[one] !== place) one = this.#before[one] ?? NONE;
    if (one !== NONE) this.#before[one] = next;
    return one !== NONE;
  }

  #slot(hash: number): number {
    return hash & (this.#heads.length - 1);
  }

  #growTo(place: number): void {
    if (place < this.#before.length) return;
    const size = Math.max(place + 1, this.#before.length * 2);
    const before = new Int32Array(size).fill(NONE);
    const hashes = new Int32Array(size);
    before.set(this.#before);
    hashes.set(this.#hashes);
    this.#before = before;
    this.#hashes = hashes;
  }

  /** Into more slots, so that chains stay short. */
  #spread(): void {
    const places: number[] = [];
    for (const head of this.#heads)
      for (let place = head; place !== NONE; place = this.#before[place] ?? NONE) places.push(place);
    this.#heads = new Int32Array(this.#heads.length * 4).fill(NONE);
    for (const place of places.reverse()) this.#link(place, this.#hashes[place] ?? 0);
  }
}

function areSame(one: string | null, other: string): boolean {
  return one !== null && folded(one) === folded(other);
}

/** Addresses differ by case only in theory. */
function folded(email: string): string {
  return email.trim().toLowerCase();
}

const SEED = 0x811c9dc5;

/** FNV-1a of the folded address. Plain ones, which nearly all are, are not written anew for it. */
function hashOf(email: string): number {
  let value = SEED;
  for (let index = 0; index < email.length; index += 1) {
    const code = email.charCodeAt(index);
    if (code <= 0x20 || code > 0x7e) return hashOfFolded(folded(email));
    value = mixed(value, code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
  }
  return finished(value);
}

function hashOfFolded(email: string): number {
  let value = SEED;
  for (let index = 0; index < email.length; index += 1) value = mixed(value, email.charCodeAt(index));
  return finished(value);
}

function mixed(value: number, code: number): number {
  return Math.imul(value ^ code, 0x01000193);
}

/** Slots are named by the lowest bits. */
function finished(value: number): number {
  return value ^ (value >>> 15);
}

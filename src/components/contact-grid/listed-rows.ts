import type { ContactRow } from '../../model/index.js';
import type { GridRows } from '../data-grid/grid-rows.js';
import { SharedEmails } from './shared-emails.js';

/** ms of looking at addresses at a stretch: a page of 500 is done at once, 100,000 rows hold up nobody. */
const SLICE_MS = 4;
/** More than a page: then looking at addresses waits until the rows are painted, ms. */
const MANY = 1000;
const FIRST_PAINT = 50;
/** So many rows between two looks at the clock. */
const BATCH = 64;

/** A contact as the grid lists it: with what only the other rows tell. */
export interface ListedRow extends ContactRow {
  /** Another contact of the company has the same e-mail address. */
  readonly sharesEmail?: true;
}

/** Pages that arrived one after the other. */
interface Page {
  readonly firstPlace: number;
  readonly cursor: string | null;
}

/**
 * Puts contacts into the grid's rows and keeps what depends on the others true: a row says by itself whether it shares its
 * address, so that filters and counts need look at nothing else. Also knows with which page a row came.
 */
export class ListedRows {
  readonly #pages: Page[] = [];
  readonly #emails: SharedEmails;
  /** Addresses of the rows before this place are known. */
  #next = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly list: GridRows<ListedRow>) {
    this.#emails = new SharedEmails((place) => list.all[place]?.contact.email ?? null);
  }

  /** The place in the backend's list at which the page with a contact begins; undefined where it is not listed. */
  cursorOf(contactId: number): string | null | undefined {
    const place = this.list.placeOf(contactId);
    if (place < 0) return undefined;
    return this.#pages.findLast(({ firstPlace }) => firstPlace <= place)?.cursor;
  }

  /** Takes a page. Contacts that are listed already are replaced where they stand. */
  add(rows: readonly ContactRow[], cursor: string | null): void {
    const firstPlace = this.list.all.length;
    const added = firstPlace === 0 ? rows : rows.filter((row) => !this.update(row));
    if (added.length === 0) return;
    this.#pages.push({ firstPlace, cursor });
    this.list.add(added);
    if (added.length > MANY) this.#takeRestLater();
    else this.#takeRest();
  }

  /** Nobody looks at these rows any more. */
  stop(): void {
    clearTimeout(this.#rest);
  }

  /** The rows are seen first. */
  #takeRestLater(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#takeRest, FIRST_PAINT);
  }

  /** Goes on where it has stopped, in slices. */
  readonly #takeRest = (): void => {
    clearTimeout(this.#rest);
    const until = performance.now() + SLICE_MS;
    const { all } = this.list;
    while (this.#next < all.length && performance.now() < until)
      for (const end = Math.min(this.#next + BATCH, all.length); this.#next < end; this.#next += 1)
        this.#takeAddress(this.#next);
    if (this.#next < all.length) this.#rest = setTimeout(this.#takeRest);
  };

  /** Replaces a row; false where it is not listed. */
  update({ contact, portalUser }: ContactRow): boolean {
    const place = this.list.placeOf(contact.id);
    const before = this.list.all[place];
    if (before === undefined) return false;
    if (before.contact.email === contact.email)
      return this.list.update(listed({ contact, portalUser }, before.sharesEmail));
    const isKnown = place < this.#next;
    if (isKnown) this.#dropAddress(place);
    this.list.update({ contact, portalUser });
    if (isKnown) this.#takeAddress(place);
    return true;
  }

  #takeAddress(place: number): void {
    const other = this.#emails.add(place);
    if (other === undefined) return;
    this.#mark(place, true);
    this.#mark(other, true);
  }

  #dropAddress(place: number): void {
    const alone = this.#emails.remove(place);
    if (alone !== undefined) this.#mark(alone, undefined);
  }

  #mark(place: number, sharesEmail: true | undefined): void {
    const row = this.list.all[place];
    if (row !== undefined && row.sharesEmail !== sharesEmail) this.list.update(listed(row, sharesEmail));
  }
}

function listed({ contact, portalUser }: ContactRow, sharesEmail: true | undefined): ListedRow {
  return sharesEmail === undefined ? { contact, portalUser } : { contact, portalUser, sharesEmail };
}

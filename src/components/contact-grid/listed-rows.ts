import type { ContactRow } from '../../model/index.js';
import type { GridRows } from '../data-grid/grid-rows.js';
import { SharedEmails } from './shared-emails.js';

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
  readonly #places = new Map<number, number>();
  readonly #pages: Page[] = [];
  readonly #emails: SharedEmails;

  constructor(readonly list: GridRows<ListedRow>) {
    this.#emails = new SharedEmails((place) => list.all[place]?.contact.email ?? null);
  }

  /** The place in the backend's list at which the page with a contact begins; undefined where it is not listed. */
  cursorOf(contactId: number): string | null | undefined {
    const place = this.#places.get(contactId);
    if (place === undefined) return undefined;
    return this.#pages.findLast(({ firstPlace }) => firstPlace <= place)?.cursor;
  }

  /** Takes a page. Contacts that are listed already are replaced where they stand. */
  add(rows: readonly ContactRow[], cursor: string | null): void {
    const added = rows.filter(({ contact }) => !this.#places.has(contact.id));
    const known = rows.filter(({ contact }) => this.#places.has(contact.id));
    for (const row of known) this.update(row);
    if (added.length === 0) return;
    const firstPlace = this.list.all.length;
    this.#pages.push({ firstPlace, cursor });
    added.forEach(({ contact }, index) => this.#places.set(contact.id, firstPlace + index));
    this.list.add(added);
    for (const { contact } of added) this.#takeAddress(contact.id);
  }

  /** Replaces a row; nothing where it is not listed. */
  update({ contact, portalUser }: ContactRow): void {
    const before = this.list.rowOf(contact.id);
    if (before === undefined) return;
    if (before.contact.email === contact.email) {
      this.list.update(listed({ contact, portalUser }, before.sharesEmail));
      return;
    }
    this.#dropAddress(contact.id);
    this.list.update({ contact, portalUser });
    this.#takeAddress(contact.id);
  }

  #takeAddress(contactId: number): void {
    const place = this.#places.get(contactId);
    const other = place === undefined ? undefined : this.#emails.add(place);
    if (place === undefined || other === undefined) return;
    this.#mark(place, true);
    this.#mark(other, true);
  }

  #dropAddress(contactId: number): void {
    const place = this.#places.get(contactId);
    const alone = place === undefined ? undefined : this.#emails.remove(place);
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

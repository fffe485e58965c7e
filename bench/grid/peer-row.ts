import type { ContactRow } from '../../src/model/index.js';

/** A contact as the other grids take it: a flat object whose texts are ready to be shown. */
export interface PeerRow {
  readonly id: number;
  name: string;
  status: string;
  level: string;
  userName: string;
  email: string;
  phone: string;
  title: string;
  contact: string;
}

export interface PeerColumn {
  readonly id: keyof PeerRow;
  readonly label: string;
  readonly width: number;
}

/** As many columns as our own grid has at first, of about the same widths: 1140 px beside the check boxes. */
export const peerColumns: readonly PeerColumn[] = [
  { id: 'name', label: 'Name', width: 200 },
  { id: 'status', label: 'Portal', width: 90 },
  { id: 'level', label: 'Security level', width: 130 },
  { id: 'userName', label: 'User name', width: 160 },
  { id: 'email', label: 'E-mail', width: 190 },
  { id: 'phone', label: 'Phone', width: 130 },
  { id: 'title', label: 'Title', width: 110 },
  { id: 'contact', label: 'Contact', width: 70 },
  { id: 'id', label: 'Id', width: 60 },
];

export const CHECK_BOX_WIDTH = 40;

const levels = ['Basic', 'Advanced', 'Manager'];

export function peerRow({ contact, portalUser }: ContactRow): PeerRow {
  return {
    id: contact.id,
    name: `${contact.lastName}, ${contact.firstName}`,
    status: portalUser === null ? 'No login' : portalUser.isActive ? 'Active' : 'Inactive',
    level: portalUser === null ? '' : (levels[portalUser.securityLevel - 1] ?? ''),
    userName: portalUser?.userName ?? '',
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    title: contact.title ?? '',
    contact: contact.isActive ? 'Active' : 'Inactive',
  };
}

const searchTexts = new WeakMap<PeerRow, string>();

/** A quick filter for grids that have none: the row's texts are joined and folded when they are first searched. */
export function holds(row: PeerRow, foldedQuery: string): boolean {
  let text = searchTexts.get(row);
  if (text === undefined) {
    text = peerColumns
      .map(({ id }) => row[id])
      .join('\n')
      .toLowerCase();
    searchTexts.set(row, text);
  }
  return text.includes(foldedQuery);
}

const collator = new Intl.Collator('en');

/**
 * Names as people sort them; addresses by their letters, which for them is the same order and what a grid does that
 * sorts fast.
 */
export function comparePeers(column: 'name' | 'email'): (one: PeerRow, other: PeerRow) => number {
  if (column === 'name') return (one, other) => collator.compare(one.name, other.name);
  return (one, other) => (one.email < other.email ? -1 : one.email > other.email ? 1 : 0);
}

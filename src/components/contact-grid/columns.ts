import { msg, str } from '@lit/localize';
import { portalStatus, sortName, type ContactRow } from '../../model/index.js';
import { attentionReasons, type AttentionReason, type RowGroup, type RowRules } from './row-rules.js';

export type ColumnId =
  | 'name'
  | 'attention'
  | 'status'
  | 'level'
  | 'userName'
  | 'email'
  | 'phone'
  | 'title'
  | 'contact'
  | 'actions';

export interface Column {
  readonly id: ColumnId;
  /** Called while rendering, so that it follows the language. */
  readonly label: () => string;
  /** Its smallest width as a CSS length, and its share of the room that is left. */
  readonly size: string;
  readonly grow?: number;
  /** What is searched, sorted and copied. Empty = nothing there. */
  readonly text: (row: ContactRow, rules: RowRules) => string;
}

const columns: readonly Column[] = [
  {
    id: 'name',
    label: () => msg('Name'),
    size: 'var(--_name-width)',
    grow: 1.4,
    text: ({ contact }) => sortName(contact),
  },
  {
    id: 'attention',
    label: () => msg('What to look at'),
    size: '310px',
    grow: 2,
    text: (row, rules) => attentionReasons(row, rules).map(attentionWords).join(' '),
  },
  { id: 'status', label: () => msg('Portal'), size: 'var(--_status-width)', text: statusWords },
  { id: 'level', label: () => msg('Security level'), size: 'var(--_level-width)', grow: 1, text: levelWords },
  {
    id: 'userName',
    label: () => msg('User name'),
    size: '156px',
    grow: 1.4,
    text: ({ portalUser }) => portalUser?.userName ?? '',
  },
  {
    id: 'email',
    label: () => msg('E-mail'),
    size: '156px',
    grow: 1.4,
    text: ({ contact }) => contact.email ?? '',
  },
  {
    id: 'phone',
    label: () => msg('Phone'),
    size: '136px',
    text: ({ contact }) => contact.phone ?? '',
  },
  {
    id: 'title',
    label: () => msg('Title'),
    size: '100px',
    grow: 1,
    text: ({ contact }) => contact.title ?? '',
  },
  {
    id: 'contact',
    label: () => msg('Contact'),
    size: '84px',
    text: ({ contact }) => (contact.isActive ? msg('Active') : msg('Inactive')),
  },
  { id: 'actions', label: () => msg('Actions'), size: '44px', text: () => '' },
];

/** Columns that say nothing where the backend does not know about portal accounts. */
const portalColumns: readonly ColumnId[] = ['status', 'level', 'userName'];

/** The columns for a filter: the reasons have a column only where they are what one looks for. */
export function columnsFor(group: RowGroup, { knowsPortalUsers }: RowRules): readonly Column[] {
  return columns.filter(
    ({ id }) =>
      (id !== 'attention' || group === 'attention') && (knowsPortalUsers || !portalColumns.includes(id)),
  );
}

/** The grid's tracks, and the width below which it scrolls sideways. */
export function columnWidths(shown: readonly Column[]): { tracks: string; total: string } {
  const tracks = shown.map(({ size, grow }) => (grow === undefined ? size : `minmax(${size}, ${grow}fr)`));
  return { tracks: tracks.join(' '), total: `calc(${shown.map(({ size }) => size).join(' + ')})` };
}

export function columnOf(id: ColumnId): Column | undefined {
  return columns.find((column) => column.id === id);
}

/** Every text of a row that the quick filter looks at. */
export function searchableText(row: ContactRow, rules: RowRules): string {
  return columns.map((column) => column.text(row, rules)).join('\n');
}

/** Portal status in one or two words. */
export function statusWords(row: ContactRow): string {
  switch (portalStatus(row)) {
    case 'active':
      return msg('Active');
    case 'inactive':
      return msg('Inactive');
    case 'none':
      return msg('No login');
  }
}

/** The name of a row's security level; a level that the PSA does not list shows its number. */
export function levelWords({ portalUser }: ContactRow, { levels }: RowRules): string {
  if (portalUser === null) return '';
  const id = String(portalUser.securityLevel);
  if (levels === undefined) return msg(str`Level ${id}`);
  const level = levels.get(portalUser.securityLevel);
  if (level === undefined) return msg(str`Unknown level ${id}`);
  return level.kind === 'taskfire' && !/taskfire/i.test(level.name) ? `Taskfire ${level.name}` : level.name;
}

/** Why a contact needs a look, as a sentence. */
export function attentionWords(reason: AttentionReason): string {
  switch (reason) {
    case 'inactive-with-login':
      return msg('Inactive contact whose login still works.');
    case 'no-email':
      return msg('No e-mail address to reset the password with.');
    case 'level-unknown':
      return msg('The PSA does not list the security level.');
    case 'level-needs-taskfire':
      return msg('The security level needs Taskfire, which is off.');
  }
}

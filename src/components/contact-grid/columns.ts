import { msg } from '@lit/localize';
import { portalStatus, sortName, type PortalStatus } from '../../model/index.js';
import type { ColumnChoice, GridColumn } from '../data-grid/grid-column.js';
import { contactCell, emailCell, levelCell, menuCell, nameCell, statusCell, type CellView } from './cells.js';
import type { EditedField } from './cell-editors.js';
import {
  activityWords,
  attentionLabel,
  attentionWords,
  formatLabel,
  formatWords,
  levelName,
  levelWords,
  statusWords,
} from './contact-words.js';
import type { ListedRow } from './listed-rows.js';
import {
  attentionReasons,
  formatFields,
  reasonsInOrder,
  type FormatField,
  type RowRules,
} from './row-rules.js';

type ContactColumn = GridColumn<ListedRow>;

/** The columns of a company's contacts; without what its backend does not know. */
export function contactColumns(view: CellView, { knowsPortalUsers }: RowRules): ContactColumn[] {
  return [
    nameColumn(view),
    attentionColumn(view),
    ...(knowsPortalUsers ? portalColumns(view) : []),
    ...addressColumns(),
    ...(knowsPortalUsers ? formatFields.map((field) => formatColumn(view, field)) : []),
    {
      id: 'actions',
      kind: 'text',
      label: () => msg('Actions'),
      width: 44,
      narrowWidth: 34,
      text: () => '',
      isControls: true,
      render: (row, place) => menuCell(view, row, place),
    },
  ];
}

function nameColumn(view: CellView): ContactColumn {
  return {
    id: 'name',
    kind: 'text',
    label: () => msg('Name'),
    width: 170,
    narrowWidth: 102,
    grow: 1.4,
    isFixed: true,
    isRowHeader: true,
    text: ({ contact }) => sortName(contact),
    render: (row) => nameCell(view, row),
  };
}

function attentionColumn({ rules, group }: CellView): ContactColumn {
  return {
    id: 'attention',
    kind: 'choice',
    label: () => msg('What to look at'),
    width: 310,
    grow: 2,
    isHiddenAtFirst: true,
    isShownNow: () => group() === 'attention',
    text: (row) => attentionReasons(row, rules()).map(attentionWords).join(' '),
    choice: (row) => attentionReasons(row, rules()),
    choices: () => reasonsInOrder.map((value) => ({ value, label: attentionLabel(value) })),
  };
}

function portalColumns(view: CellView): ContactColumn[] {
  const status: ContactColumn = {
    id: 'status',
    kind: 'choice',
    label: () => msg('Portal'),
    width: 122,
    narrowWidth: 26,
    text: (row) => statusWords(portalStatus(row)),
    choice: portalStatus,
    choices: () => portalStatuses.map((value) => ({ value, label: statusWords(value) })),
    render: (row) => statusCell(view, row),
  };
  const level: ContactColumn = {
    id: 'level',
    kind: 'choice',
    label: () => msg('Security level'),
    width: 150,
    narrowWidth: 128,
    grow: 1,
    text: (row) => levelWords(row, view.rules()),
    choice: ({ portalUser }) => (portalUser === null ? '' : String(portalUser.securityLevel)),
    choices: () => levelChoices(view.rules()),
    render: (row, place) => levelCell(view, row, place, levelWords(row, view.rules())),
    ...editedBy(view, 'securityLevel'),
  };
  return [
    status,
    level,
    {
      ...textColumn(
        'userName',
        () => msg('User name'),
        156,
        1.4,
        ({ portalUser }) => portalUser?.userName,
      ),
      ...editedBy(view, 'userName'),
    },
  ];
}

function formatColumn(view: CellView, field: FormatField): ContactColumn {
  return {
    id: field,
    kind: 'choice',
    label: () => formatLabel(field),
    width: 120,
    isHiddenAtFirst: true,
    text: (row) => formatWords(row, field, view.rules()),
    choice: ({ portalUser }) => (portalUser === null ? '' : String(portalUser[field])),
    choices: () =>
      [...(view.rules().formats?.[field] ?? [])].map(([value, label]) => ({ value: String(value), label })),
    ...editedBy(view, field),
  };
}

function editedBy({ editor }: CellView, field: EditedField): Pick<ContactColumn, 'edit'> {
  return { edit: (row, show) => editor(field, row, show) };
}

function addressColumns(): ContactColumn[] {
  return [
    {
      ...textColumn(
        'email',
        () => msg('E-mail'),
        156,
        1.4,
        ({ contact }) => contact.email,
      ),
      render: ({ contact }) => emailCell(contact),
    },
    textColumn(
      'phone',
      () => msg('Phone'),
      136,
      0,
      ({ contact }) => contact.phone,
    ),
    textColumn(
      'title',
      () => msg('Title'),
      100,
      1,
      ({ contact }) => contact.title,
    ),
    {
      id: 'contact',
      kind: 'choice',
      label: () => msg('Contact'),
      width: 84,
      text: ({ contact }) => activityWords(contact.isActive),
      choice: ({ contact }) => String(contact.isActive),
      choices: () => [true, false].map((one) => ({ value: String(one), label: activityWords(one) })),
      render: ({ contact }) => contactCell(contact, activityWords(contact.isActive)),
    },
  ];
}

function textColumn(
  id: string,
  label: () => string,
  width: number,
  grow: number,
  text: (row: ListedRow) => string | null | undefined,
): ContactColumn {
  return { id, kind: 'text', label, width, grow, text: (row) => text(row) ?? '' };
}

const portalStatuses = ['active', 'inactive', 'none'] as const satisfies PortalStatus[];

function levelChoices({ levels }: RowRules): ColumnChoice[] {
  return [...(levels?.values() ?? [])].map((level) => ({ value: String(level.id), label: levelName(level) }));
}

import { msg } from '@lit/localize';
import { portalStatus, type ContactRow } from '../../model/index.js';
import type { Column } from './columns.js';
import { columnsFor } from './columns.js';
import type { MenuItem } from './grid-menu.js';
import type { RowRules } from './row-rules.js';

/** What a row's menu can do. */
export interface RowActions {
  readonly edit: (row: ContactRow) => void;
  readonly deactivate: (row: ContactRow) => void;
  readonly editContact: (row: ContactRow) => void;
  readonly explainPreview: () => void;
  readonly copy: (text: string) => void;
}

export interface RowMenuContext {
  readonly row: ContactRow;
  readonly column: Column;
  readonly rules: RowRules;
  readonly canChange: boolean;
  readonly isBusy: boolean;
}

/** U5: the entries of a row's menu. */
export function rowMenu(context: RowMenuContext, actions: RowActions): MenuItem[] {
  const { row, column, rules } = context;
  return [
    ...(rules.knowsPortalUsers ? loginItems(context, actions) : []),
    { label: msg('Edit contact …'), run: () => actions.editContact(row) },
    {
      label: msg('Preview the portal …'),
      hint: msg('The PSA has its own preview, on the contact’s page.'),
      run: actions.explainPreview,
    },
    ...(column.id === 'actions'
      ? []
      : [{ label: msg('Copy cell'), run: () => actions.copy(column.text(row, rules)) }]),
    { label: msg('Copy row'), run: () => actions.copy(rowText(row, rules)) },
  ];
}

function loginItems({ row, canChange, isBusy }: RowMenuContext, actions: RowActions): MenuItem[] {
  const status = portalStatus(row);
  const readOnly = canChange ? undefined : msg('You may only look.');
  const busy = isBusy ? msg('A change of this login is being saved.') : undefined;
  const inactive = row.contact.isActive ? undefined : msg('The contact is inactive.');
  const edit = blockable(editWords(row), readOnly ?? busy ?? inactive, () => actions.edit(row));
  if (status !== 'active') return [edit];
  return [edit, blockable(msg('Deactivate portal login …'), readOnly ?? busy, () => actions.deactivate(row))];
}

function blockable(label: string, reason: string | undefined, run: () => void): MenuItem {
  return reason === undefined ? { label, run } : { label, hint: reason, isDisabled: true, run };
}

function editWords(row: ContactRow): string {
  switch (portalStatus(row)) {
    case 'none':
      return msg('Activate portal login …');
    case 'inactive':
      return msg('Re-activate portal login …');
    case 'active':
      return msg('Change portal login …');
  }
}

/** Tab-separated, as spreadsheets take it. */
function rowText(row: ContactRow, rules: RowRules): string {
  return columnsFor('all', rules)
    .filter(({ id }) => id !== 'actions')
    .map((column) => column.text(row, rules))
    .join('\t');
}

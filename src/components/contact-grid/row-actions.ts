import { msg } from '@lit/localize';
import { portalStatus, type ContactRow } from '../../model/index.js';
import type { GridColumn } from '../data-grid/grid-column.js';
import type { ListedRow } from './listed-rows.js';
import type { MenuItem } from './grid-menu.js';

/** What a row's menu can do. */
export interface RowActions {
  readonly edit: (row: ContactRow) => void;
  readonly deactivate: (row: ContactRow) => void;
  readonly explainLevel: (row: ContactRow) => void;
  readonly editContact: (row: ContactRow) => void;
  readonly explainPreview: () => void;
  readonly copy: (text: string) => void;
}

export interface RowMenuContext {
  readonly row: ListedRow;
  /** At which the menu is opened; undefined where that holds no text. */
  readonly column: GridColumn<ListedRow> | undefined;
  /** Those that are shown, in their order. */
  readonly columns: readonly GridColumn<ListedRow>[];
  readonly knowsPortalUsers: boolean;
  readonly canChange: boolean;
  readonly isBusy: boolean;
}

/** U5: the entries of a row's menu. */
export function rowMenu(context: RowMenuContext, actions: RowActions): MenuItem[] {
  const { row, column, knowsPortalUsers } = context;
  return [
    ...(knowsPortalUsers ? loginItems(context, actions) : []),
    { label: msg('Edit contact …'), run: () => actions.editContact(row) },
    {
      label: msg('Preview the portal …'),
      hint: msg('The PSA has its own preview, on the contact’s page.'),
      run: actions.explainPreview,
    },
    ...(column === undefined || column.isControls
      ? []
      : [{ label: msg('Copy cell'), run: () => actions.copy(column.text(row)) }]),
    { label: msg('Copy row'), run: () => actions.copy(rowText(context)) },
  ];
}

function loginItems({ row, canChange, isBusy }: RowMenuContext, actions: RowActions): MenuItem[] {
  const status = portalStatus(row);
  const readOnly = canChange ? undefined : msg('You may only look.');
  const busy = isBusy ? msg('A change of this login is being saved.') : undefined;
  const inactive = row.contact.isActive ? undefined : msg('The contact is inactive.');
  const edit = blockable(editWords(row), readOnly ?? busy ?? inactive, () => actions.edit(row));
  if (status === 'none') return [edit];
  const level = { label: msg('About the security level …'), run: () => actions.explainLevel(row) };
  if (status === 'inactive') return [edit, level];
  const deactivate = msg('Deactivate portal login …');
  return [edit, blockable(deactivate, readOnly ?? busy, () => actions.deactivate(row)), level];
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
function rowText({ row, columns }: RowMenuContext): string {
  return columns
    .filter(({ isControls }) => isControls !== true)
    .map((column) => column.text(row))
    .join('\t');
}

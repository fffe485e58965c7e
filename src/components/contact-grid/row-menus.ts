import { shownColumns } from '../data-grid/column-layout.js';
import type { GridColumn } from '../data-grid/grid-column.js';
import type { ContactRows } from './contact-rows.js';
import type { MenuPoint, PortalGridMenu } from './grid-menu.js';
import type { ListedRow } from './listed-rows.js';
import { rowMenu, type RowActions } from './row-actions.js';
import type { RowChanges } from './row-changes.js';
import type { RowEditing } from './row-editing.js';
import type { RowHints } from './row-hints.js';
import type { RowQuestions } from './row-questions.js';

/** What the entries of a row's menu depend on, and what they lead to. */
export interface MenuSource {
  readonly menu: () => PortalGridMenu | null;
  readonly rows: ContactRows;
  readonly changes: RowChanges;
  readonly editing: RowEditing;
  readonly questions: RowQuestions;
  readonly hints: RowHints;
  readonly canChange: () => boolean;
}

/** U5: opens the menu of a row, by its button, with the right mouse button, or by a key. */
export class RowMenus {
  #point: MenuPoint = { x: 0, y: 0 };

  constructor(private readonly source: MenuSource) {}

  /** Below a button, from where the line begins. */
  openAt(row: ListedRow, button: Element): void {
    const { left, right, bottom } = button.getBoundingClientRect();
    this.open(row, undefined, { x: button.matches(':dir(rtl)') ? right : left, y: bottom });
  }

  /** @param column at which it is opened; undefined where that holds no text. */
  open(row: ListedRow, column: GridColumn<ListedRow> | undefined, point: MenuPoint): void {
    const { rows, changes, canChange, menu } = this.source;
    const columns = shownColumns(rows.list.columns, rows.list.view).map((shown) => shown.column);
    const isBusy = changes.isBusy(row.contact.id);
    const { knowsPortalUsers } = rows.rules;
    const context = { row, column, columns, knowsPortalUsers, canChange: canChange(), isBusy };
    this.#point = point;
    void menu()?.open(rowMenu(context, this.#actions), point);
  }

  readonly #actions: RowActions = {
    edit: (row) => this.source.editing.edit(row),
    deactivate: (row) => this.source.editing.deactivate(row),
    explainLevel: (row) => this.source.questions.explainLevel(row, new DOMRect(this.#point.x, this.#point.y)),
    editContact: ({ contact }) => this.source.hints.editContact(contact),
    explainPreview: () => this.source.hints.explainPreview(),
    copy: (text) => void this.source.hints.copy(text),
  };
}

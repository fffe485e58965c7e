import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CellEditor, GridColumn } from './grid-column.js';

export interface EditedCell {
  readonly key: number;
  readonly columnId: string;
  readonly editor: CellEditor;
}

export interface EditingSource<Row> {
  readonly rowOf: (key: number) => Row | undefined;
  /** Renders the edited row again. */
  readonly show: () => void;
  /** Gives the focus to the first field of the edited cell. */
  readonly focusEditor: () => void;
  /** Gives the focus back to the cell, `step` columns further. */
  readonly focusCell: (step: -1 | 0 | 1) => void;
}

/**
 * The one cell that is being edited. Enter and Tab take what was typed, Escape forgets it, and so does nobody else: an
 * editor that refuses stays open, also when the focus goes elsewhere.
 */
export class CellEditing<Row> implements ReactiveController {
  #edited: EditedCell | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly source: EditingSource<Row>,
  ) {
    host.addController(this);
  }

  /** Its row is gone: there is nothing to save any more. */
  hostUpdate(): void {
    if (this.#edited !== undefined && this.source.rowOf(this.#edited.key) === undefined)
      this.#close('cancel');
  }

  hostDisconnected(): void {
    this.#close('cancel');
  }

  get edited(): EditedCell | undefined {
    return this.#edited;
  }

  /** False where there is nothing to edit, or where another cell's editor refuses to close. */
  begin(key: number, column: GridColumn<Row>): boolean {
    const row = this.source.rowOf(key);
    if (row === undefined || column.edit === undefined || !this.commit()) return false;
    const editor = column.edit(row, () => this.source.show());
    if (editor === undefined) return false;
    this.#edited = { key, columnId: column.id, editor };
    this.source.show();
    this.source.focusEditor();
    return true;
  }

  /** True where nothing is being edited afterwards. */
  commit(): boolean {
    const edited = this.#edited;
    if (edited === undefined) return true;
    const isDone = edited.editor.commit();
    if (isDone) this.#close();
    else this.source.show();
    return isDone;
  }

  /** For keys pressed in the editor. Everything else stays with its fields. */
  onKeydown(event: KeyboardEvent): void {
    // An input method uses Enter and Escape itself.
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#finish(event, true, 0);
    if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement && event.shiftKey))
      this.#finish(event, false, 0);
    if (event.key === 'Tab') this.#finish(event, false, event.shiftKey ? -1 : 1);
  }

  #finish(event: KeyboardEvent, isCancel: boolean, step: -1 | 0 | 1): void {
    event.preventDefault();
    event.stopPropagation();
    if (isCancel) this.#close('cancel');
    else if (!this.commit()) return;
    this.source.focusCell(step);
  }

  #close(how: 'commit' | 'cancel' = 'commit'): void {
    const edited = this.#edited;
    this.#edited = undefined;
    if (edited === undefined) return;
    if (how === 'cancel') edited.editor.cancel();
    this.source.show();
  }
}

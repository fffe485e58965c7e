import {
  SlickCheckboxSelectColumn,
  SlickDataView,
  SlickGrid,
  SlickRowSelectionModel,
  type Column,
} from 'slickgrid';
import 'slickgrid/dist/styles/css/slick.grid.css';
import 'slickgrid/dist/styles/css/slick-alpine-theme.css';
import { ROW_HEIGHT, type Contestant, type RowChange } from '../contestant.js';
import { CHECK_BOX_WIDTH, comparePeers, holds, peerColumns, peerRow, type PeerRow } from '../peer-row.js';

class Slick implements Contestant<PeerRow> {
  readonly firstOrder = 'arrival';
  readonly row = peerRow;
  readonly #view = new SlickDataView<PeerRow>();
  #grid: SlickGrid<PeerRow> | undefined;
  #place: HTMLElement | undefined;

  mount(place: HTMLElement, rows: readonly PeerRow[]): void {
    const boxes = new SlickCheckboxSelectColumn<PeerRow>({ width: CHECK_BOX_WIDTH });
    const columns: Column<PeerRow>[] = [
      boxes.getColumnDefinition() as Column<PeerRow>,
      ...peerColumns.map(({ id, label, width }) => ({ id, field: id, name: label, width, sortable: true })),
    ];
    const view = this.#view;
    const grid = new SlickGrid<PeerRow>(place, view, columns, {
      rowHeight: ROW_HEIGHT,
      enableColumnReorder: false,
    });
    grid.setSelectionModel(new SlickRowSelectionModel({ selectActiveRow: false }));
    grid.registerPlugin(boxes);
    view.onRowCountChanged.subscribe(() => {
      grid.updateRowCount();
      grid.render();
    });
    view.onRowsChanged.subscribe((_event, { rows: changed }) => {
      grid.invalidateRows(changed);
      grid.render();
    });
    view.setItems([...rows]);
    view.syncGridSelection(grid, true);
    this.#place = place;
    this.#grid = grid;
  }

  sort(column: 'name' | 'email', isDescending: boolean): void {
    this.#view.sort(comparePeers(column), !isDescending);
  }

  filter(query: string): void {
    this.#view.setFilter(query === '' ? () => true : (row) => holds(row, query));
  }

  readonly selectAll = (): void => {
    this.#grid?.setSelectedRows(Array.from({ length: this.#view.getLength() }, (_none, row) => row));
  };

  update(changes: readonly RowChange<PeerRow>[]): void {
    this.#view.beginUpdate();
    this.#view.updateItems(
      changes.map(({ row }) => row.id),
      changes.map(({ row }) => row),
    );
    this.#view.endUpdate();
  }

  shownCount(): number {
    return this.#view.getLength();
  }

  selectedCount(): number {
    return this.#view.getAllSelectedIds().length;
  }

  scroller(): HTMLElement {
    const found = this.#place?.querySelector<HTMLElement>('.slick-viewport-top.slick-viewport-left');
    if (!found) throw new Error('no viewport');
    return found;
  }
}

export const contestant = new Slick();

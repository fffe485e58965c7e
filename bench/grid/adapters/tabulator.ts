import {
  FilterModule,
  FormatModule,
  InteractionModule,
  ResizeColumnsModule,
  SelectRowModule,
  SortModule,
  Tabulator,
  type ColumnDefinition,
  type RowComponent,
} from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { BOX, ROW_HEIGHT, type Contestant } from '../contestant.js';
import { CHECK_BOX_WIDTH, comparePeers, holds, peerColumns, peerRow, type PeerRow } from '../peer-row.js';

// What the measured steps need and no more: each module costs bytes.
Tabulator.registerModule([
  FilterModule,
  FormatModule,
  InteractionModule,
  ResizeColumnsModule,
  SelectRowModule,
  SortModule,
]);

class TabulatorGrid implements Contestant<PeerRow> {
  readonly firstOrder = 'arrival';
  readonly row = peerRow;
  #table: Tabulator | undefined;

  mount(place: HTMLElement, rows: readonly PeerRow[]): void {
    this.#table = new Tabulator(place, {
      data: [...rows],
      index: 'id',
      height: BOX.height,
      rowHeight: ROW_HEIGHT,
      selectableRows: true,
      columns: [checkBoxes, ...peerColumns.map(columnOf)],
    });
  }

  get #grid(): Tabulator {
    if (this.#table === undefined) throw new Error('not mounted');
    return this.#table;
  }

  sort(column: 'name' | 'email', isDescending: boolean): void {
    this.#grid.setSort(column, isDescending ? 'desc' : 'asc');
  }

  filter(query: string): void {
    if (query === '') this.#grid.clearFilter(true);
    else this.#grid.setFilter((row: PeerRow) => holds(row, query));
  }

  readonly selectAll = (): void => this.#grid.selectRow('active');

  update(changes: readonly { row: PeerRow }[]): void {
    void this.#grid.updateData(changes.map(({ row }) => row));
  }

  shownCount(): number {
    return this.#grid.getDataCount('active');
  }

  selectedCount(): number {
    return this.#grid.getSelectedData().length;
  }

  scroller(): HTMLElement {
    const found = this.#grid.element.querySelector<HTMLElement>('.tabulator-tableholder');
    if (!found) throw new Error('no table holder');
    return found;
  }
}

const checkBoxes: ColumnDefinition = {
  title: '',
  formatter: 'rowSelection',
  titleFormatter: 'rowSelection',
  headerSort: false,
  width: CHECK_BOX_WIDTH,
};

function columnOf({ id, label, width }: (typeof peerColumns)[number]): ColumnDefinition {
  const column: ColumnDefinition = { title: label, field: id, width };
  if (id !== 'name' && id !== 'email') return column;
  const compare = comparePeers(id);
  return { ...column, sorter: (_one, _other, a, b) => compare(dataOf(a), dataOf(b)) };
}

function dataOf(row: RowComponent): PeerRow {
  return row.getData() as PeerRow;
}

export const contestant = new TabulatorGrid();

import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  ModuleRegistry,
  QuickFilterModule,
  RowApiModule,
  RowSelectionModule,
  type ColDef,
  type GridApi,
} from 'ag-grid-community';
import { ROW_HEIGHT, type Contestant } from '../contestant.js';
import { CHECK_BOX_WIDTH, comparePeers, peerColumns, peerRow, type PeerRow } from '../peer-row.js';

// What the measured steps need and no more: each module costs bytes.
ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  ColumnApiModule,
  QuickFilterModule,
  RowApiModule,
  RowSelectionModule,
]);

class AgGrid implements Contestant<PeerRow> {
  readonly firstOrder = 'arrival';
  readonly row = peerRow;
  #place: HTMLElement | undefined;
  #api: GridApi<PeerRow> | undefined;

  mount(place: HTMLElement, rows: readonly PeerRow[]): void {
    this.#place = place;
    this.#api = createGrid<PeerRow>(place, {
      rowData: [...rows],
      columnDefs: peerColumns.map(columnOf),
      getRowId: ({ data }) => String(data.id),
      rowHeight: ROW_HEIGHT,
      headerHeight: ROW_HEIGHT,
      // Rows that still slide to their places would be measured as late.
      animateRows: false,
      rowSelection: { mode: 'multiRow', headerCheckbox: true },
      selectionColumnDef: { width: CHECK_BOX_WIDTH },
    });
  }

  get #grid(): GridApi<PeerRow> {
    if (this.#api === undefined) throw new Error('not mounted');
    return this.#api;
  }

  sort(column: 'name' | 'email', isDescending: boolean): void {
    const state = [{ colId: column, sort: isDescending ? ('desc' as const) : ('asc' as const) }];
    this.#grid.applyColumnState({ state, defaultState: { sort: null } });
  }

  filter(query: string): void {
    this.#grid.setGridOption('quickFilterText', query);
  }

  readonly selectAll = (): void => this.#grid.selectAll();

  update(changes: readonly { row: PeerRow }[]): void {
    this.#grid.applyTransaction({ update: changes.map(({ row }) => row) });
  }

  shownCount(): number {
    return this.#grid.getDisplayedRowCount();
  }

  selectedCount(): number {
    return this.#grid.getSelectedNodes().length;
  }

  scroller(): HTMLElement {
    const found = this.#place?.querySelector<HTMLElement>('.ag-grid-viewport');
    if (!found) throw new Error('no viewport');
    return found;
  }
}

function columnOf({ id, label, width }: (typeof peerColumns)[number]): ColDef<PeerRow> {
  const column: ColDef<PeerRow> = { field: id, headerName: label, width };
  if (id !== 'name' && id !== 'email') return column;
  const compare = comparePeers(id);
  return { ...column, comparator: (_one, _other, a, b) => (a.data && b.data ? compare(a.data, b.data) : 0) };
}

export const contestant = new AgGrid();

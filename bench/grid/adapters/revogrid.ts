import { defineCustomElements } from '@revolist/revogrid/loader';
import type { ColumnRegular } from '@revolist/revogrid';
import { ROW_HEIGHT, type Contestant, type RowChange } from '../contestant.js';
import { CHECK_BOX_WIDTH, comparePeers, holds, peerColumns, peerRow, type PeerRow } from '../peer-row.js';

defineCustomElements();

/** Its community edition selects ranges of cells, not rows, and has no quick filter: both are done here as an app would. */
class RevoGrid implements Contestant<PeerRow> {
  readonly firstOrder = 'arrival';
  readonly row = peerRow;
  readonly #grid = document.createElement('revo-grid');
  #rows: PeerRow[] = [];
  #shown: PeerRow[] = [];
  #selected = new Set<number>();

  mount(place: HTMLElement, rows: readonly PeerRow[]): void {
    this.#rows = [...rows];
    this.#shown = this.#rows;
    Object.assign(this.#grid, {
      source: this.#rows,
      columns: [this.#checkBoxes, ...peerColumns.map(columnOf)],
      rowSize: ROW_HEIGHT,
      readonly: true,
      hideAttribution: true,
    });
    place.append(this.#grid);
  }

  readonly #checkBoxes: ColumnRegular = {
    prop: 'selected',
    name: '',
    size: CHECK_BOX_WIDTH,
    cellTemplate: (h, { model }) =>
      h('input', { type: 'checkbox', checked: this.#selected.has((model as PeerRow).id) }),
  };

  sort(column: 'name' | 'email', isDescending: boolean): void {
    void this.#grid.updateColumnSorting(sorted(column), isDescending ? 'desc' : 'asc', false);
  }

  filter(query: string): void {
    this.#shown = query === '' ? this.#rows : this.#rows.filter((row) => holds(row, query));
    this.#grid.source = this.#shown;
  }

  readonly selectAll = (): void => {
    this.#selected = new Set(this.#shown.map(({ id }) => id));
    void this.#grid.refresh('rgRow');
  };

  update(changes: readonly RowChange<PeerRow>[]): void {
    for (const { index, row } of changes) Object.assign(this.#rows[index] ?? {}, row);
    void this.#grid.refresh('rgRow');
  }

  shownCount(): number {
    return this.#shown.length;
  }

  selectedCount(): number {
    return this.#selected.size;
  }

  scroller(): HTMLElement {
    const found = this.#grid.querySelector<HTMLElement>('revogr-viewport-scroll.rgCol .vertical-inner');
    if (!found) throw new Error('no viewport');
    return found;
  }
}

function sorted(column: 'name' | 'email'): Pick<ColumnRegular, 'prop' | 'cellCompare'> {
  const compare = comparePeers(column);
  return { prop: column, cellCompare: (_prop, one, other) => compare(one as PeerRow, other as PeerRow) };
}

function columnOf({ id, label, width }: (typeof peerColumns)[number]): ColumnRegular {
  const column = { prop: id, name: label, size: width, sortable: true };
  return id === 'name' || id === 'email' ? { ...column, ...sorted(id) } : column;
}

export const contestant = new RevoGrid();

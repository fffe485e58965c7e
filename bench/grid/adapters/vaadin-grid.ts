import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-selection-column.js';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import type { Grid } from '@vaadin/grid/vaadin-grid.js';
import type { Contestant, RowChange } from '../contestant.js';
import { CHECK_BOX_WIDTH, comparePeers, holds, peerColumns, peerRow, type PeerRow } from '../peer-row.js';
import './vaadin-grid.css';

/**
 * With a data provider of its own: the grid's own for arrays sorts again for every page that is fetched, and compares only
 * by code units.
 */
class VaadinGrid implements Contestant<PeerRow> {
  readonly firstOrder = 'arrival';
  readonly row = peerRow;
  #rows: readonly PeerRow[] = [];
  #shown: readonly PeerRow[] = [];
  #query = '';
  #compare: ((one: PeerRow, other: PeerRow) => number) | undefined;
  readonly #grid = document.createElement('vaadin-grid') as Grid<PeerRow>;

  mount(place: HTMLElement, rows: readonly PeerRow[]): void {
    this.#rows = rows;
    this.#shown = rows;
    const columns = peerColumns.map(({ id, label, width }) => {
      const column = document.createElement(id === 'id' ? 'vaadin-grid-column' : 'vaadin-grid-sort-column');
      return Object.assign(column, { path: id, header: label, width: `${width}px`, flexGrow: 0 });
    });
    const boxes = document.createElement('vaadin-grid-selection-column');
    this.#grid.append(Object.assign(boxes, { width: `${CHECK_BOX_WIDTH}px`, flexGrow: 0 }), ...columns);
    this.#grid.dataProvider = ({ page, pageSize }, answer) => {
      answer(this.#shown.slice(page * pageSize, (page + 1) * pageSize), this.#shown.length);
    };
    place.append(this.#grid);
  }

  sort(column: 'name' | 'email', isDescending: boolean): void {
    const compare = comparePeers(column);
    this.#compare = isDescending ? (one, other) => compare(other, one) : compare;
    this.#arrange();
  }

  filter(query: string): void {
    this.#query = query;
    this.#arrange();
  }

  #arrange(): void {
    const shown = this.#query === '' ? [...this.#rows] : this.#rows.filter((row) => holds(row, this.#query));
    this.#shown = this.#compare === undefined ? shown : shown.sort(this.#compare);
    this.#grid.clearCache();
  }

  readonly selectAll = (): void => {
    this.#grid.selectedItems = [...this.#shown];
  };

  update(changes: readonly RowChange<PeerRow>[]): void {
    for (const { index, row } of changes) Object.assign(this.#rows[index] ?? {}, row);
    this.#grid.requestContentUpdate();
  }

  shownCount(): number {
    // One of them is the header.
    return Number(this.scroller().ariaRowCount) - 1;
  }

  selectedCount(): number {
    return this.#grid.selectedItems.length;
  }

  scroller(): HTMLElement {
    const found = this.#grid.shadowRoot?.querySelector<HTMLElement>('#table');
    if (!found) throw new Error('no table');
    return found;
  }
}

export const contestant = new VaadinGrid();

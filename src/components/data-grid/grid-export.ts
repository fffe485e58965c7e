import { exportRows } from '../shared/index.js';
import { columnViews, shownColumns } from './column-layout.js';
import type { GridColumn } from './grid-column.js';
import type { GridRows } from './grid-rows.js';

/** The rows that are shown, in their order, as a CSV file: with the shown columns, or with the hidden ones behind them. */
export function gridCsv<Row>(rows: GridRows<Row>, hasHidden: boolean): Promise<Blob> {
  return exportRows(exportedColumns(rows, hasHidden), rows.shown());
}

function exportedColumns<Row>(rows: GridRows<Row>, hasHidden: boolean): GridColumn<Row>[] {
  const hidden = columnViews(rows.columns, rows.view).filter(({ isHidden }) => isHidden);
  const shown = shownColumns(rows.columns, rows.view).map(({ column }) => column);
  const others = hasHidden ? rows.columns.filter(({ id }) => hidden.some((view) => view.id === id)) : [];
  return [...shown, ...others].filter(({ isControls }) => isControls !== true);
}

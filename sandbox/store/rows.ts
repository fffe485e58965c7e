import * as v from 'valibot';
import type { Database, SqlValue } from './database.js';

/** Column values of one row, by column name. */
export type ColumnValues = Readonly<Record<string, SqlValue>>;

const columnName = /^[A-Za-z][A-Za-z0-9]*$/;

const InsertedRow = v.object({ id: v.number() });

/** Inserts one row and resolves to its new id. Column names must come from the code, never from a request. */
export async function insertRow(db: Database, table: string, values: ColumnValues): Promise<number> {
  const names = checkedNames(values);
  const marks = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) RETURNING id`;
  const row = await db.row(InsertedRow, sql, Object.values(values));
  if (row === null) throw new Error(`no id for the new row of ${table}`);
  return row.id;
}

/** Updates the row with this id. Resolves to false where there is none. */
export async function updateRow(
  db: Database,
  table: string,
  id: number,
  values: ColumnValues,
): Promise<boolean> {
  const assignments = checkedNames(values).map((name) => `${name} = ?`);
  const sql = `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`;
  return (await db.run(sql, [...Object.values(values), id])) > 0;
}

function checkedNames(values: ColumnValues): string[] {
  const names = Object.keys(values);
  const wrong = names.find((name) => !columnName.test(name));
  if (wrong !== undefined) throw new TypeError(`not a column name: ${wrong}`);
  return names;
}

import type { SqlValue, Statement } from '../database.js';

type Row = Readonly<Record<string, SqlValue>>;

/** SQLite takes 32,766 values per statement; this stays well below with the widest table. */
const ROWS_PER_STATEMENT = 500;

/** As few INSERT statements as possible for these rows. All rows must have the keys of the first. */
export function insertStatements(table: string, rows: readonly Row[]): Statement[] {
  const names = Object.keys(rows[0] ?? {});
  const marks = `(${names.map(() => '?').join(', ')})`;
  const statements: Statement[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES ${part.map(() => marks).join(', ')}`;
    statements.push({ sql, args: part.flatMap((row) => names.map((name) => row[name] ?? null)) });
  }
  return statements;
}

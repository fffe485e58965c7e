import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client, type InStatement, type ResultSet } from '@libsql/client';
import * as v from 'valibot';

/** What a column can hold here. Booleans are stored as 0 and 1, moments as ISO 8601 text in UTC. */
export type SqlValue = string | number | null;
export type SqlArgs = readonly SqlValue[];

/** The database with rows that are parsed before anyone sees them. */
export interface Database {
  rows<T>(row: RowSchema<T>, sql: string, args?: SqlArgs): Promise<T[]>;
  /** The first row, or null. */
  row<T>(row: RowSchema<T>, sql: string, args?: SqlArgs): Promise<T | null>;
  /** Resolves to the number of rows that changed. */
  run(sql: string, args?: SqlArgs): Promise<number>;
  /** All statements or none. */
  batch(statements: readonly Statement[]): Promise<void>;
  /**
   * Runs one check-then-write after the other, so that no two writes of this process decide on the same old state.
   * Not re-entrant: calling it inside itself would wait for ever.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

export interface Statement {
  readonly sql: string;
  readonly args?: SqlArgs;
}

type RowSchema<T> = v.GenericSchema<unknown, T>;

/** 0 and 1 of a boolean column. */
export const flag = v.pipe(
  v.number(),
  v.transform((value) => value !== 0),
);

/**
 * Opens a libSQL URL (`libsql:`, `http(s):`, `ws(s):`, `file:`) or a file path, whose folder is made if it is missing.
 * Throws what the client throws when the database cannot be opened.
 */
export async function openDatabase(location: string): Promise<Database> {
  const url = /^(libsql|https?|wss?|file):/.test(location) ? location : await fileUrl(location);
  const client = createClient({ url });
  if (client.protocol === 'file') {
    // Write-ahead logging lets a second process (a test, a viewer) read while the sandbox writes.
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = NORMAL');
    await client.execute('PRAGMA foreign_keys = ON');
  }
  return wrap(client);
}

async function fileUrl(path: string): Promise<string> {
  const absolute = resolve(path);
  await mkdir(dirname(absolute), { recursive: true });
  return pathToFileURL(absolute).href;
}

function wrap(client: Client): Database {
  const execute = (sql: string, args: SqlArgs = []): Promise<ResultSet> =>
    client.execute({ sql, args: [...args] });
  const rows: Database['rows'] = async (row, sql, args) =>
    v.parse(v.array(row), (await execute(sql, args)).rows);
  let last: Promise<unknown> = Promise.resolve();
  return {
    rows,
    row: async (row, sql, args) => (await rows(row, sql, args))[0] ?? null,
    run: async (sql, args) => (await execute(sql, args)).rowsAffected,
    batch: async (statements) => {
      await client.batch(statements.map(toStatement), 'write');
    },
    exclusive: (work) => {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    close: () => {
      client.close();
    },
  };
}

function toStatement({ sql, args = [] }: Statement): InStatement {
  return { sql, args: [...args] };
}

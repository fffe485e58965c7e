import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { flag, type Database } from './database.js';

const AccountRow = v.object({ name: v.string(), displayName: v.string(), mayConfigurePortal: flag });
/** Somebody of the provider who can sign in to the PSA. `mayConfigurePortal` is S15's permission. */
export type Account = v.InferOutput<typeof AccountRow>;

export interface AccountStore {
  /** Resolves to a new session's token, or null where name or password are wrong. */
  signIn(name: string, password: string): Promise<string | null>;
  /** The account behind a session cookie's token. Sessions are in the database: they survive a restart. */
  bySession(token: string): Promise<Account | null>;
  signOut(token: string): Promise<void>;
  byName(name: string): Promise<Account | null>;
  /** The account behind a personal access token. */
  byAccessToken(token: string): Promise<Account | null>;
}

const SESSION_DAYS = 14;
const columns = 'a.name, a.displayName, a.mayConfigurePortal';

export function accountStore(db: Database): AccountStore {
  return {
    signIn: async (name, password) => {
      const sql = 'SELECT passwordHash FROM accounts WHERE name = ?';
      const row = await db.row(v.object({ passwordHash: v.string() }), sql, [name]);
      if (row === null || !(await isPassword(password, row.passwordHash))) return null;
      const token = randomBytes(32).toString('base64url');
      await db.run('INSERT INTO sessions (tokenHash, account, expiresAt) VALUES (?, ?, ?)', [
        tokenHash(token),
        name,
        new Date(Date.now() + SESSION_DAYS * 24 * 60 * 60 * 1000).toISOString(),
      ]);
      return token;
    },
    bySession: (token) =>
      db.row(
        AccountRow,
        `SELECT ${columns} FROM sessions s JOIN accounts a ON a.name = s.account
         WHERE s.tokenHash = ? AND s.expiresAt > ?`,
        [tokenHash(token), new Date().toISOString()],
      ),
    signOut: async (token) => {
      await db.run('DELETE FROM sessions WHERE tokenHash = ?', [tokenHash(token)]);
    },
    byName: (name) => db.row(AccountRow, `SELECT ${columns} FROM accounts a WHERE a.name = ?`, [name]),
    byAccessToken: (token) =>
      db.row(
        AccountRow,
        `SELECT ${columns} FROM access_tokens t JOIN accounts a ON a.name = t.account WHERE t.tokenHash = ?`,
        [tokenHash(token)],
      ),
  };
}

/** Tokens are random, so a plain hash is enough to keep them out of the file. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const KEY_BYTES = 32;

/** `salt:key`, both in hex. A given salt makes the seed deterministic. */
export async function passwordHash(password: string, salt: Buffer): Promise<string> {
  return `${salt.toString('hex')}:${(await derive(password, salt, KEY_BYTES)).toString('hex')}`;
}

async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'hex');
  const actual = await derive(password, Buffer.from(salt, 'hex'), KEY_BYTES);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

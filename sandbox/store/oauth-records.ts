import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import * as v from 'valibot';
import { tokenHash } from './accounts.js';
import type { Database } from './database.js';

/** What the authorization library wrote comes back to it; its shape is the library's own affair. */
const Payload = v.pipe(
  v.string(),
  v.parseJson(),
  v.custom<AdapterPayload>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
);
const RecordRow = v.object({ payload: Payload, consumedAt: v.nullable(v.number()) });

/** Whoever knows the id of one of these is let in, so only its hash is written down. */
const bearers = ['AccessToken', 'AuthorizationCode', 'RefreshToken'];

/** Now, in the seconds since 1970 that OAuth counts in. */
const seconds = (): number => Math.floor(Date.now() / 1000);

/** Where the authorization server keeps grants, codes and tokens: in the database, so that sign-ins survive a restart. */
export function oauthRecords(db: Database): AdapterFactory {
  return (model) => recordsOf(db, model);
}

function recordsOf(db: Database, model: string): Adapter {
  const isBearer = bearers.includes(model);
  const key = (id: string): string => (isBearer ? tokenHash(id) : id);
  const findBy = async (column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> => {
    const sql = `SELECT payload, consumedAt FROM oauth_records WHERE model = ? AND ${column} = ? AND expiresAt > ?`;
    const row = await db.row(RecordRow, sql, [model, value, seconds()]);
    if (row === null) return undefined;
    return row.consumedAt === null ? row.payload : { ...row.payload, consumed: row.consumedAt };
  };
  return {
    upsert: async (id, payload, expiresIn) => {
      const stored = JSON.stringify(isBearer ? { ...payload, jti: undefined } : payload);
      const expiresAt = seconds() + (expiresIn ?? FOREVER);
      await db.batch([
        { sql: 'DELETE FROM oauth_records WHERE expiresAt <= ?', args: [seconds()] },
        {
          sql: `INSERT OR REPLACE INTO oauth_records (model, id, payload, grantId, uid, expiresAt) VALUES (?, ?, ?, ?, ?, ?)`,
          args: [model, key(id), stored, payload.grantId ?? null, payload.uid ?? null, expiresAt],
        },
      ]);
    },
    find: async (id) => {
      const payload = await findBy('id', key(id));
      return payload && { ...payload, jti: id };
    },
    findByUid: (uid) => findBy('uid', uid),
    // Device codes are the only ones with a user code, and there are none here.
    findByUserCode: () => Promise.resolve(undefined),
    consume: async (id) => {
      const sql = 'UPDATE oauth_records SET consumedAt = ? WHERE model = ? AND id = ?';
      await db.run(sql, [seconds(), model, key(id)]);
    },
    destroy: async (id) => {
      await db.run('DELETE FROM oauth_records WHERE model = ? AND id = ?', [model, key(id)]);
    },
    revokeByGrantId: async (grantId) => {
      await db.run('DELETE FROM oauth_records WHERE grantId = ?', [grantId]);
    },
  };
}

/** s; nothing here is without an end, so that the table does not grow for ever. */
const FOREVER = 365 * 24 * 60 * 60;

import * as v from 'valibot';
import {
  base64Of,
  inspectUpload,
  isProviderCompany,
  LogoSchema,
  LogoSlotSchema,
  logoSlots,
  PROVIDER_COMPANY_ID,
  recordOf,
  type CompanyLogos,
  type LogoProblem,
  type LogoSlot,
  type LogoSlots,
  type LogoUpload,
} from '../../src/model/index.js';
import type { Database } from './database.js';

const LogoRow = v.object({ companyID: v.number(), slot: LogoSlotSchema, ...LogoSchema.entries });
const VersionRow = v.object({ version: v.number() });

/** The logos of a company as stored. Version 0: nobody has touched what was seeded. */
export interface StoredLogos extends Omit<CompanyLogos, 'version'> {
  readonly version: number;
}

export interface LogoWrite {
  readonly companyId: number;
  readonly slot: LogoSlot;
  /** null goes back to the provider's. */
  readonly upload: LogoUpload | null;
  /** The version that it was decided on; undefined overwrites whatever is there (the PSA's own form). */
  readonly expectedVersion?: number | undefined;
}

export type LogoWriteResult =
  | { readonly kind: 'saved' | 'conflict'; readonly current: StoredLogos }
  | { readonly kind: 'refused'; readonly problem: LogoProblem };

export interface LogoStore {
  /** The company must exist. */
  get(companyId: number): Promise<StoredLogos>;
  /** The only way logos change, whoever asks: content checked and cleaned, version checked and raised. The company must exist. */
  save(write: LogoWrite): Promise<LogoWriteResult>;
}

export function logoStore(db: Database): LogoStore {
  const get: LogoStore['get'] = async (companyId) => {
    const rows = await db.rows(
      LogoRow,
      'SELECT companyID, slot, type, data, width, height FROM logos WHERE companyID IN (?, ?)',
      [companyId, PROVIDER_COMPANY_ID],
    );
    const slotsOf = (id: number): LogoSlots =>
      recordOf(logoSlots, (slot) => {
        const row = rows.find((one) => one.companyID === id && one.slot === slot);
        return row === undefined ? null : v.parse(LogoSchema, row);
      });
    const { version = 0 } =
      (await db.row(VersionRow, 'SELECT version FROM logo_versions WHERE companyID = ?', [companyId])) ?? {};
    const inherited = isProviderCompany(companyId) ? noLogos : slotsOf(PROVIDER_COMPANY_ID);
    return { own: slotsOf(companyId), inherited, version };
  };

  const save: LogoStore['save'] = (write) =>
    db.exclusive(async () => {
      const current = await get(write.companyId);
      if (write.expectedVersion !== undefined && write.expectedVersion !== current.version)
        return { kind: 'conflict', current };
      const { upload } = write;
      if (upload === null) await remove(db, write);
      else {
        const problem = await put(db, write, upload);
        if (problem !== undefined) return { kind: 'refused', problem };
      }
      await db.run(
        `INSERT INTO logo_versions (companyID, version) VALUES (?, ?)
         ON CONFLICT (companyID) DO UPDATE SET version = excluded.version`,
        [write.companyId, current.version + 1],
      );
      return { kind: 'saved', current: await get(write.companyId) };
    });

  return { get, save };
}

const noLogos: LogoSlots = { login: null, header: null };

async function remove(db: Database, { companyId, slot }: LogoWrite): Promise<void> {
  await db.run('DELETE FROM logos WHERE companyID = ? AND slot = ?', [companyId, slot]);
}

async function put(
  db: Database,
  { companyId, slot }: LogoWrite,
  upload: LogoUpload,
): Promise<LogoProblem | undefined> {
  const { picture, problem } = inspectUpload(upload);
  if (picture === undefined) return problem;
  const { type, bytes, width, height } = picture;
  await db.run(
    `INSERT INTO logos (companyID, slot, type, data, width, height) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (companyID, slot) DO UPDATE SET type = excluded.type, data = excluded.data,
       width = excluded.width, height = excluded.height`,
    [companyId, slot, type, base64Of(bytes), width, height],
  );
  return undefined;
}

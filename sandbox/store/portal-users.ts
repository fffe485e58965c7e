import * as v from 'valibot';
import {
  changedSince,
  hasAlready,
  passwordProblem,
  taskfireLevelsNeedTaskfire,
  userNameProblem,
  IdSchema,
  type Contact,
  type PortalUser,
  type PortalUserChange,
} from '../../src/model/index.js';
import type { ContactStore } from './contacts.js';
import type { Database, SqlValue } from './database.js';
import type { ProviderStore } from './provider.js';
import { Refusal } from './refusal.js';
import { insertRow, updateRow, type ColumnValues } from './rows.js';
import type { TaskfireStore } from './taskfire.js';

/** What can be set about an account. The password is checked and thrown away: nothing here signs a portal user in. */
const PortalUserValuesSchema = v.object({
  userName: v.string(),
  password: v.string(),
  securityLevel: IdSchema,
  isClientPortalActive: v.boolean(),
  dateFormat: IdSchema,
  timeFormat: IdSchema,
  numberFormat: IdSchema,
});
export const PortalUserCreateSchema = v.object({ contactID: IdSchema, ...PortalUserValuesSchema.entries });
export const PortalUserPatchSchema = v.partial(PortalUserValuesSchema);
type PortalUserPatch = v.InferOutput<typeof PortalUserPatchSchema>;

/** A change that holds only for what it was decided on; `expected` null: for whatever is there. */
export interface ExpectedChange {
  readonly change: PortalUserChange;
  readonly expected: PortalUser | null;
}

export type PortalUserWriteResult =
  | { readonly kind: 'saved'; readonly before: PortalUser; readonly after: PortalUser }
  | { readonly kind: 'conflict'; readonly fields: readonly string[] };

export interface PortalUserStore {
  /** Resolves to the new id; throws {@link Refusal}. */
  create(values: v.InferOutput<typeof PortalUserCreateSchema>): Promise<number>;
  /** Changes the named values only; the contact can never change. Throws {@link Refusal}. */
  update(id: number, values: PortalUserPatch): Promise<void>;
  /** The same, unless somebody else changed the named fields since. Throws {@link Refusal}. */
  change(id: number, change: ExpectedChange): Promise<PortalUserWriteResult>;
  /** Those of the user names that somebody has, but for the account named; in the spelling of who has them. */
  taken(userNames: readonly string[], exceptId: number | null): Promise<string[]>;
}

interface Needs {
  readonly db: Database;
  readonly contacts: ContactStore;
  readonly provider: ProviderStore;
  readonly taskfire: TaskfireStore;
}

const UserRow = v.object({ contactID: v.number() });
const NameRow = v.object({ userName: v.string() });

export function portalUserStore(needs: Needs): PortalUserStore {
  const { db, contacts } = needs;
  return {
    create: ({ contactID, ...values }) =>
      db.exclusive(async () => {
        const contact = await contacts.get(contactID);
        if (!contact?.isActive) throw new Refusal('contact-invalid');
        const taken = await db.row(UserRow, 'SELECT contactID FROM portal_users WHERE contactID = ?', [
          contactID,
        ]);
        if (taken !== null) throw new Refusal('portal-user-exists');
        await checkValues(needs, values, contact.companyId, null);
        return insertRow(db, 'portal_users', { contactID, ...toColumns(values) });
      }),
    update: (id, values) =>
      db.exclusive(async () => {
        await write(needs, (await rowOf(contacts, id)).contact.companyId, id, values);
      }),
    change: (id, { change, expected }) =>
      db.exclusive(async () => {
        const { contact, portalUser: before } = await rowOf(contacts, id);
        const fields = changedSince(before, change, expected);
        if (fields.length > 0) return { kind: 'conflict', fields };
        if (hasAlready(before, change)) return { kind: 'saved', before, after: before };
        const { isActive, ...same } = change;
        await write(needs, contact.companyId, id, { ...same, isClientPortalActive: isActive });
        return { kind: 'saved', before, after: (await rowOf(contacts, id)).portalUser };
      }),
    taken: async (userNames, exceptId) => {
      const sql = `SELECT userName FROM portal_users
        WHERE userName IN (SELECT value FROM json_each(?)) AND id IS NOT ?`;
      const rows = await db.rows(NameRow, sql, [JSON.stringify(userNames), exceptId]);
      return rows.map(({ userName }) => userName);
    },
  };
}

async function rowOf(
  contacts: ContactStore,
  id: number,
): Promise<{ contact: Contact; portalUser: PortalUser }> {
  const row = await contacts.rowOfAccount(id);
  if (row?.portalUser == null) throw new Refusal('portal-user-unknown');
  return { contact: row.contact, portalUser: row.portalUser };
}

async function write(needs: Needs, companyId: number, id: number, values: PortalUserPatch): Promise<void> {
  await checkValues(needs, values, companyId, id);
  const columns = toColumns(values);
  if (Object.keys(columns).length > 0) await updateRow(needs.db, 'portal_users', id, columns);
}

async function checkValues(
  needs: Needs,
  values: PortalUserPatch,
  companyId: number,
  id: number | null,
): Promise<void> {
  if (values.password !== undefined && passwordProblem(values.password) !== undefined)
    throw new Refusal('password-invalid');
  if (values.userName !== undefined) await checkUserName(needs.db, values.userName, id);
  if (values.securityLevel !== undefined) await checkLevel(needs, values.securityLevel, companyId);
}

async function checkUserName(db: Database, userName: string, id: number | null): Promise<void> {
  if (userNameProblem(userName) !== undefined) throw new Refusal('user-name-invalid');
  const sql = 'SELECT contactID FROM portal_users WHERE userName = ? AND id IS NOT ?';
  if ((await db.row(UserRow, sql, [userName, id])) !== null) throw new Refusal('user-name-taken');
}

async function checkLevel({ provider, taskfire }: Needs, id: number, companyId: number): Promise<void> {
  const level = (await provider.securityLevels()).find((one) => one.id === id);
  if (level?.isActive !== true) throw new Refusal('level-unknown');
  if (!taskfireLevelsNeedTaskfire(level, await taskfire.isActive(companyId)))
    throw new Refusal('level-needs-taskfire');
}

function toColumns(values: PortalUserPatch): ColumnValues {
  const columns: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'password' || value === undefined) continue;
    columns[name] = typeof value === 'boolean' ? Number(value) : value;
  }
  return columns;
}

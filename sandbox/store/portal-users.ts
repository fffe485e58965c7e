import * as v from 'valibot';
import {
  passwordProblem,
  taskfireLevelsNeedTaskfire,
  userNameProblem,
  IdSchema,
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

export interface PortalUserStore {
  /** Resolves to the new id; throws {@link Refusal}. */
  create(values: v.InferOutput<typeof PortalUserCreateSchema>): Promise<number>;
  /** Changes the named values only; the contact can never change. Throws {@link Refusal}. */
  update(id: number, values: PortalUserPatch): Promise<void>;
}

interface Needs {
  readonly db: Database;
  readonly contacts: ContactStore;
  readonly provider: ProviderStore;
  readonly taskfire: TaskfireStore;
}

const UserRow = v.object({ contactID: v.number() });

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
        const user = await db.row(UserRow, 'SELECT contactID FROM portal_users WHERE id = ?', [id]);
        const contact = user === null ? null : await contacts.get(user.contactID);
        if (contact === null) throw new Refusal('portal-user-unknown');
        await checkValues(needs, values, contact.companyId, id);
        const columns = toColumns(values);
        if (Object.keys(columns).length > 0) await updateRow(db, 'portal_users', id, columns);
      }),
  };
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

import * as v from 'valibot';
import { CompanySchema, IdSchema, type Company, type PortalLogin } from '../../src/model/index.js';
import { flag, type Database } from './database.js';
import { Refusal } from './refusal.js';
import { insertRow, updateRow, type ColumnValues } from './rows.js';
import type { TaskfireStore } from './taskfire.js';

/** The PSA's company types (verified values of a live tenant; there is no 5). */
export const companyTypes = [
  { value: 1, label: 'Customer' },
  { value: 2, label: 'Lead' },
  { value: 3, label: 'Prospect' },
  { value: 4, label: 'Dead' },
  { value: 6, label: 'Cancellation' },
  { value: 7, label: 'Vendor' },
  { value: 8, label: 'Partner' },
] as const;

const selectCompany = `SELECT c.id, c.companyName AS name, c.isActive, c.companyType = 1 AS isCustomer,
  c.parentCompanyID AS parentId, k.code AS country, c.state AS region,
  EXISTS (SELECT 1 FROM taskfire t WHERE t.companyID = c.id) AS isTaskfireActive
  FROM companies c LEFT JOIN countries k ON k.id = c.countryID`;

const CompanyRow = v.object({
  ...CompanySchema.entries,
  isActive: flag,
  isCustomer: flag,
  isTaskfireActive: flag,
});

const LoginRow = v.object({
  portalSubdomain: v.string(),
  isFriendly: flag,
  hasOwnLogos: flag,
  hasIdentityProvider: flag,
});

const CountRow = v.object({ id: IdSchema, portalUsers: v.number(), taskfireUsers: v.number() });
/** How many active accounts a company has; Taskfire users count in both. */
export type UserCounts = Omit<v.InferOutput<typeof CountRow>, 'id'>;

export interface CompanyStore {
  /** Every company, ordered by name. */
  list(): Promise<Company[]>;
  /** Active customers, ordered by id; `afterId` is the last one before them, null = from the first on. */
  customers(slice: { readonly afterId: number | null; readonly limit: number }): Promise<Company[]>;
  get(id: number): Promise<Company | null>;
  /** S9: where the company's users sign in; null where the company is unknown. */
  portalLogin(id: number): Promise<PortalLogin | null>;
  /** Active accounts by company id; companies without any are absent. */
  userCounts(): Promise<Map<number, UserCounts>>;
  /** Values by vendor field name. Resolves to the new id; throws {@link Refusal}. */
  create(values: ColumnValues): Promise<number>;
  /** Changes the named fields only; throws {@link Refusal}. */
  update(id: number, values: ColumnValues): Promise<void>;
}

export function companyStore(db: Database, taskfire: TaskfireStore): CompanyStore {
  const get: CompanyStore['get'] = (id) => db.row(CompanyRow, `${selectCompany} WHERE c.id = ?`, [id]);
  return {
    list: () => db.rows(CompanyRow, `${selectCompany} ORDER BY c.companyName, c.id`),
    customers: ({ afterId, limit }) =>
      db.rows(
        CompanyRow,
        `${selectCompany} WHERE c.companyType = 1 AND c.isActive = 1 AND c.id > ? ORDER BY c.id LIMIT ?`,
        [afterId ?? -1, limit],
      ),
    get,
    portalLogin: async (id) => {
      const row = await db.row(
        LoginRow,
        `SELECT portalSubdomain, portalSubdomain <> '' AS isFriendly, hasIdentityProvider,
           EXISTS (SELECT 1 FROM logos WHERE companyID = companies.id) AS hasOwnLogos
         FROM companies WHERE id = ?`,
        [id],
      );
      return row === null ? null : toPortalLogin(id, row);
    },
    userCounts: () => userCounts(db),
    create: (values) =>
      db.exclusive(async () => {
        await checkReferences(db, null, values);
        return insertRow(db, 'companies', { ...values, ...touched(), createDate: now() });
      }),
    update: (id, values) =>
      db.exclusive(async () => {
        await checkReferences(db, id, values);
        await checkType(id, values, get, taskfire);
        if (!(await updateRow(db, 'companies', id, { ...values, ...touched() })))
          throw new Refusal('company-unknown');
      }),
  };
}

/** Companies that never switched to the friendly URL still have the old one with a number. */
function toPortalLogin(id: number, row: v.InferOutput<typeof LoginRow>): PortalLogin {
  const { portalSubdomain, ...flags } = row;
  const url = flags.isFriendly
    ? `https://${portalSubdomain}.itclientportal.com/`
    : `https://clientportal.sandbox.example/clientportal/login?ci=${id.toString()}`;
  return { url, ...flags };
}

async function userCounts(db: Database): Promise<Map<number, UserCounts>> {
  const rows = await db.rows(
    CountRow,
    `SELECT c.companyID AS id, count(*) AS portalUsers, sum(l.kind = 'taskfire') AS taskfireUsers
     FROM portal_users u JOIN contacts c ON c.id = u.contactID JOIN security_levels l ON l.id = u.securityLevel
     WHERE u.isClientPortalActive = 1 GROUP BY c.companyID`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

async function checkReferences(db: Database, id: number | null, values: ColumnValues): Promise<void> {
  const { parentCompanyID: parent, countryID: country } = values;
  if (parent !== undefined && parent !== null) {
    const known = await db.row(v.object({}), 'SELECT 1 FROM companies WHERE id = ?', [parent]);
    if (known === null || parent === id) throw new Refusal('parent-invalid');
  }
  if (country !== undefined && country !== null) {
    const known = await db.row(v.object({}), 'SELECT 1 FROM countries WHERE id = ?', [country]);
    if (known === null) throw new Refusal('country-unknown');
  }
}

/** The type is frozen while Taskfire is active (vendor SOAP help, Account.AccountType). */
async function checkType(
  id: number,
  values: ColumnValues,
  get: CompanyStore['get'],
  taskfire: TaskfireStore,
): Promise<void> {
  const company = await get(id);
  if (company === null) throw new Refusal('company-unknown');
  if (values.companyType === undefined || !(await taskfire.isActive(id))) return;
  if ((values.companyType === 1) !== company.isCustomer) throw new Refusal('company-type-locked-by-taskfire');
}

const now = (): string => new Date().toISOString();
const touched = (): ColumnValues => ({ lastActivityDate: now(), lastTrackedModifiedDateTime: now() });

import * as v from 'valibot';
import {
  ContactSchema,
  PortalUserSchema,
  type Contact,
  type ContactRow,
  type PortalUser,
} from '../../src/model/index.js';
import { flag, type Database } from './database.js';
import { Refusal } from './refusal.js';
import { insertRow, updateRow, type ColumnValues } from './rows.js';

const contactColumns = `c.id, c.companyID AS companyId, c.firstName, c.lastName, c.emailAddress AS email, c.phone,
  c.title, c.isActive`;
const userColumns = `u.id AS userId, u.contactID AS contactId, u.userName, u.isClientPortalActive AS userIsActive,
  u.securityLevel, u.dateFormat, u.timeFormat, u.numberFormat`;
const selectJoined = `SELECT ${contactColumns}, ${userColumns} FROM contacts c
  LEFT JOIN portal_users u ON u.contactID = c.id`;

const ContactRowSql = v.object({ ...ContactSchema.entries, isActive: flag });
const { userName, securityLevel, dateFormat, timeFormat, numberFormat } = PortalUserSchema.entries;
/** A row of the outer join: without account every column of the account is null. */
const JoinedRow = v.object({
  ...ContactRowSql.entries,
  userId: v.nullable(PortalUserSchema.entries.id),
  userName: v.nullable(userName),
  userIsActive: v.nullable(flag),
  securityLevel: v.nullable(securityLevel),
  dateFormat: v.nullable(dateFormat),
  timeFormat: v.nullable(timeFormat),
  numberFormat: v.nullable(numberFormat),
});

/** Which contacts, in the order of their names. */
export interface ContactPage {
  readonly offset: number;
  readonly limit: number;
}

/** Which contacts, in the order of their ids. */
export interface ContactSlice {
  /** The last one before them; null = from the first on. */
  readonly afterId: number | null;
  readonly limit: number;
  /** Only those of this name; without regard to case, as everywhere in the PSA. */
  readonly name?: { readonly firstName: string; readonly lastName: string } | undefined;
}

export interface ContactStore {
  get(id: number): Promise<Contact | null>;
  /** A contact with its account. */
  row(id: number): Promise<ContactRow | null>;
  /** Contacts of a company with their accounts, ordered by last name, first name, id. */
  rows(companyId: number, page: ContactPage): Promise<ContactRow[]>;
  /** Contacts of a company with their accounts, ordered by id. */
  slice(companyId: number, slice: ContactSlice): Promise<ContactRow[]>;
  /** The contact with this account. */
  rowOfAccount(portalUserId: number): Promise<ContactRow | null>;
  /** The accounts of those of the contacts that are the company's, ordered by contact. */
  accounts(companyId: number, contactIds: readonly number[]): Promise<PortalUser[]>;
  count(companyId: number): Promise<number>;
  /** Values by vendor field name. Resolves to the new id; throws {@link Refusal}. */
  create(companyId: number, values: ColumnValues): Promise<number>;
  /** Changes the named fields of a contact of this company only; throws {@link Refusal}. */
  update(companyId: number, id: number, values: ColumnValues): Promise<void>;
  /** Deletes a contact and its account; throws {@link Refusal}. */
  remove(companyId: number, id: number): Promise<void>;
}

export function contactStore(db: Database): ContactStore {
  const get: ContactStore['get'] = (id) =>
    db.row(ContactRowSql, `SELECT ${contactColumns} FROM contacts c WHERE c.id = ?`, [id]);
  return {
    get,
    row: async (id) => {
      const row = await db.row(JoinedRow, `${selectJoined} WHERE c.id = ?`, [id]);
      return row === null ? null : toContactRow(row);
    },
    rows: async (companyId, { offset, limit }) => {
      const rows = await db.rows(
        JoinedRow,
        `${selectJoined} WHERE c.companyID = ? ORDER BY c.lastName, c.firstName, c.id LIMIT ? OFFSET ?`,
        [companyId, limit, offset],
      );
      return rows.map(toContactRow);
    },
    slice: async (companyId, { afterId, limit, name }) => {
      const named = name === undefined ? '' : 'AND c.firstName = ? AND c.lastName = ?';
      const names = name === undefined ? [] : [name.firstName, name.lastName];
      const sql = `${selectJoined} WHERE c.companyID = ? AND c.id > ? ${named} ORDER BY c.id LIMIT ?`;
      const rows = await db.rows(JoinedRow, sql, [companyId, afterId ?? -1, ...names, limit]);
      return rows.map(toContactRow);
    },
    rowOfAccount: async (portalUserId) => {
      const row = await db.row(JoinedRow, `${selectJoined} WHERE u.id = ?`, [portalUserId]);
      return row === null ? null : toContactRow(row);
    },
    accounts: async (companyId, contactIds) => {
      const sql = `${selectJoined} WHERE c.companyID = ? AND u.id IS NOT NULL
        AND c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id`;
      const rows = await db.rows(JoinedRow, sql, [companyId, JSON.stringify(contactIds)]);
      return rows.flatMap((row) => toContactRow(row).portalUser ?? []);
    },
    count: async (companyId) => {
      const sql = 'SELECT count(*) AS number FROM contacts WHERE companyID = ?';
      return (await db.row(v.object({ number: v.number() }), sql, [companyId]))?.number ?? 0;
    },
    create: (companyId, values) =>
      db.exclusive(async () => {
        await checkCompany(db, companyId);
        const dates = { createDate: now(), ...touched() };
        return insertRow(db, 'contacts', { ...values, companyID: companyId, ...dates });
      }),
    update: (companyId, id, values) =>
      db.exclusive(async () => {
        await checkContact(get, companyId, id);
        await updateRow(db, 'contacts', id, { ...values, ...touched() });
      }),
    remove: (companyId, id) =>
      db.exclusive(async () => {
        await checkContact(get, companyId, id);
        await removeWithAccount(db, id);
      }),
  };
}

function toContactRow(row: v.InferOutput<typeof JoinedRow>): ContactRow {
  const { userId, userIsActive, userName, securityLevel, dateFormat, timeFormat, numberFormat, ...contact } =
    row;
  // The six columns are NOT NULL in the table: one of them is null only where the account is missing.
  if (
    userId === null ||
    userIsActive === null ||
    userName === null ||
    securityLevel === null ||
    dateFormat === null ||
    timeFormat === null ||
    numberFormat === null
  )
    return { contact, portalUser: null };
  const formats = { dateFormat, timeFormat, numberFormat };
  const portalUser = { id: userId, contactId: contact.id, userName, isActive: userIsActive, securityLevel };
  return { contact, portalUser: { ...portalUser, ...formats } };
}

async function checkCompany(db: Database, companyId: number): Promise<void> {
  const known = await db.row(v.object({}), 'SELECT 1 FROM companies WHERE id = ?', [companyId]);
  if (known === null) throw new Refusal('company-unknown');
}

async function checkContact(get: ContactStore['get'], companyId: number, id: number): Promise<void> {
  const contact = await get(id);
  if (contact?.companyId !== companyId) throw new Refusal('contact-unknown');
}

/** A contact with a Taskfire level cannot be deleted (vendor REST help, Contacts); an ordinary account goes with it. */
async function removeWithAccount(db: Database, id: number): Promise<void> {
  const sql = `SELECT 1 FROM portal_users u JOIN security_levels l ON l.id = u.securityLevel
    WHERE u.contactID = ? AND l.kind = 'taskfire'`;
  if ((await db.row(v.object({}), sql, [id])) !== null) throw new Refusal('contact-has-taskfire-user');
  await db.batch([
    { sql: 'DELETE FROM portal_users WHERE contactID = ?', args: [id] },
    { sql: 'DELETE FROM contacts WHERE id = ?', args: [id] },
  ]);
}

const now = (): string => new Date().toISOString();
const touched = (): ColumnValues => ({ lastActivityDate: now(), lastModifiedDate: now() });

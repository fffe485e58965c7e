import * as v from 'valibot';
import { PortalUserCreateSchema, PortalUserPatchSchema } from '../../store/portal-users.js';
import type { ColumnValues } from '../../store/rows.js';
import type { Store } from '../../store/store.js';
import type { FieldValues } from '../entity.js';

/** How the checked values of one entity get into the store; the rules are the store's. */
export interface Writer {
  create(values: FieldValues): Promise<number>;
  update(id: number, values: FieldValues): Promise<void>;
}

/** Also deletes: only children of a company can be. */
export interface ContactWriter extends Writer {
  remove(id: number): Promise<void>;
}

export function companyWriter({ companies }: Store): Writer {
  return {
    create: (values) => companies.create(toColumns(values)),
    update: (id, values) => companies.update(id, toColumns(values)),
  };
}

/** Contacts of one company: the vendor writes them only below it. */
export function contactWriter({ contacts }: Store, companyId: number): ContactWriter {
  return {
    create: (values) => contacts.create(companyId, toColumns(values)),
    update: (id, values) => contacts.update(companyId, id, toColumns(values)),
    remove: (id) => contacts.remove(companyId, id),
  };
}

export function portalUserWriter({ portalUsers }: Store): Writer {
  return {
    create: (values) => portalUsers.create(v.parse(PortalUserCreateSchema, values)),
    update: (id, values) => portalUsers.update(id, v.parse(PortalUserPatchSchema, values)),
  };
}

function toColumns(values: FieldValues): ColumnValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );
}

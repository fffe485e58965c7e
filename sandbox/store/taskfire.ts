import * as v from 'valibot';
import { TaskfireBillingSchema, type Taskfire } from '../../src/model/index.js';
import type { Database } from './database.js';

const TaskfireRow = v.object({
  acceptedBy: v.string(),
  acceptedAt: v.string(),
  billing: v.nullable(v.pipe(v.string(), v.parseJson(), TaskfireBillingSchema)),
});

export interface TaskfireStore {
  get(companyId: number): Promise<Taskfire>;
  isActive(companyId: number): Promise<boolean>;
}

/** Taskfire per company: a row exists as long as its agreement is accepted. */
export function taskfireStore(db: Database): TaskfireStore {
  const get: TaskfireStore['get'] = async (companyId) => {
    const row = await db.row(
      TaskfireRow,
      'SELECT acceptedBy, acceptedAt, billing FROM taskfire WHERE companyID = ?',
      [companyId],
    );
    return row === null
      ? { isActive: false, version: '0' }
      : { isActive: true, version: '1', licences: 0, ...row };
  };
  return { get, isActive: async (companyId) => (await get(companyId)).isActive };
}

import { describe, expect, it } from 'vitest';
import { pageOf, useSandbox } from './support/sandbox.js';

describe('the large seed', () => {
  const sandbox = useSandbox('large');
  const count = async (entity: string, filter: unknown) =>
    (await sandbox.rest('POST', `/${entity}/query/count`, { filter: [filter] })).json;

  it('has one company with 100,000 contacts and 20,000 accounts beside the demo data', async () => {
    expect(await count('Contacts', { op: 'eq', field: 'companyID', value: 500 })).toEqual({
      queryCount: 100_000,
    });
    expect(await count('ClientPortalUsers', { op: 'gte', field: 'id', value: 2_000_001 })).toEqual({
      queryCount: 20_000,
    });
    expect(await count('Contacts', { op: 'eq', field: 'companyID', value: 174 })).toEqual({
      queryCount: 128,
    });
  });

  it('answers a page of contacts, their accounts, and a search through all', async () => {
    const query = async (entity: string, filter: unknown) =>
      pageOf(await sandbox.rest('POST', `/${entity}/query`, { filter: [filter] }));
    const contacts = await query('Contacts', { op: 'eq', field: 'companyID', value: 500 });
    expect(contacts.items).toHaveLength(500);
    const ids = contacts.items.map((item) => item.id);
    const users = await query('ClientPortalUsers', { op: 'in', field: 'contactID', value: ids });
    expect(users.items).toHaveLength(100);
    const found = await query('Contacts', { op: 'contains', field: 'emailAddress', value: '100999@' });
    expect(found.items).toHaveLength(1);
  });
});

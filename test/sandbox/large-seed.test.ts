import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ContactPageSchema } from '../../src/contract/index.js';
import { asAdmin } from './support/portal-service.js';
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

  it('comes from the portal service page by page, none lost or repeated where pages meet', async () => {
    const page = async (query: string) => {
      const path = `/portal/v1/companies/500/contacts${query}`;
      return v.parse(ContactPageSchema, (await sandbox.call('GET', path, { headers: asAdmin })).json);
    };
    const first = await page('');
    const second = await page(`?cursor=${first.next ?? ''}`);
    const ids = [...first.rows, ...second.rows].map(({ contact }) => contact.id);
    expect(ids).toEqual(Array.from({ length: 1_000 }, (_, index) => 1_000_001 + index));
    expect([first.total, second.total]).toEqual([100_000, null]);
    expect(first.rows.filter(({ portalUser }) => portalUser !== null)).toHaveLength(100);
    const end = await page('?cursor=1099999');
    expect([end.rows.length, end.next]).toEqual([1, null]);
  });
});

import { describe, expect, it } from 'vitest';
import { errorsOf, itemIdOf, pageOf, useSandbox, type Page } from './support/sandbox.js';

/** Sends the same body to one page after the other. */
async function allPages(first: Page, next: (url: string) => Promise<Page>): Promise<Page[]> {
  const pages = [first];
  for (let page = first; page.pageDetails.nextPageUrl !== null; pages.push(page))
    page = await next(page.pageDetails.nextPageUrl);
  return pages;
}

describe('paging', () => {
  const sandbox = useSandbox();
  const filter = [{ op: 'eq', field: 'companyID', value: 174 }];
  const search = encodeURIComponent(JSON.stringify({ filter, MaxRecords: 50 }));
  const post = async (target: string, body: unknown) => pageOf(await sandbox.rest('POST', target, body));

  it('goes on with the same body until there is no next page, and back again', async () => {
    const body = { filter, MaxRecords: 50 };
    const pages = await allPages(await post('/Contacts/query', body), (url) => post(url, body));
    expect(pages.map((page) => page.items.length)).toEqual([50, 50, 28]);
    const ids = pages.flatMap((page) => page.items.map((item) => item.id));
    expect(ids).toEqual(Array.from({ length: 128 }, (_, index) => 201 + index));
    expect(pages[0]?.pageDetails).toMatchObject({ count: 50, requestCount: 50, prevPageUrl: null });

    const back = await post(pages[2]?.pageDetails.prevPageUrl ?? '', body);
    expect(back.items).toEqual(pages[1]?.items);
    const start = await post(back.pageDetails.prevPageUrl ?? '', body);
    expect(start.items).toEqual(pages[0]?.items);
    expect(start.pageDetails.prevPageUrl).toBeNull();
  });

  it('carries only the position in the URL of a posted query', async () => {
    const { pageDetails } = await post('/Contacts/query', { filter, MaxRecords: 50 });
    const url = pageDetails.nextPageUrl ?? '';
    expect(url.startsWith(`${sandbox.url()}ATServicesRest/V1.0/Contacts/query/next?paging=`)).toBe(true);
    expect((await sandbox.rest('GET', url)).status).toBe(405);
    expect((await sandbox.rest('POST', url)).status).toBe(500);
    const other = await post(url, { filter: [{ op: 'eq', field: 'companyID', value: 190 }] });
    expect(other.items.map((item) => item.companyID)).toEqual(Array.from({ length: 6 }, () => 190));
  });

  it('lets GET go on where GET began', async () => {
    const get = async (target: string) => pageOf(await sandbox.rest('GET', target));
    const pages = await allPages(await get(`/Contacts/query?search=${search}`), get);
    expect(pages.map((page) => page.items.length)).toEqual([50, 50, 28]);
  });

  it('ends exactly at the last record', async () => {
    const { items, pageDetails } = await post('/Contacts/query', { filter, MaxRecords: 128 });
    expect(items).toHaveLength(128);
    expect(pageDetails.nextPageUrl).toBeNull();
  });

  it.each([0, 501, 1.5])('refuses MaxRecords %d', async (MaxRecords) => {
    const answer = await sandbox.rest('POST', '/Contacts/query', { filter, MaxRecords });
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toHaveLength(1);
  });

  it('refuses a position that it never gave', async () => {
    expect((await sandbox.rest('POST', '/Contacts/query/next?paging=x', { filter })).status).toBe(500);
  });
});

describe('more than 500 records', () => {
  const sandbox = useSandbox();

  it('come in pages of 500 and need the id among the included fields', async () => {
    for (let number = 0; number < 420; number += 1)
      itemIdOf(
        await sandbox.rest('POST', '/Companies/200/Contacts', {
          firstName: 'Reihe',
          lastName: `Nummer ${number.toString()}`,
          isActive: 1,
        }),
      );
    const filter = [{ op: 'exist', field: 'id' }];
    const query = (IncludeFields: string[]) =>
      sandbox.rest('POST', '/Contacts/query', { filter, IncludeFields });
    expect((await query(['lastName'])).status).toBe(500);
    const first = pageOf(await query(['id', 'lastName']));
    expect(first.items).toHaveLength(500);
    expect(first.pageDetails.nextPageUrl).not.toBeNull();
  });

  it('are listed page by page below their company too', async () => {
    const page = pageOf(await sandbox.rest('GET', '/Companies/200/Contacts'));
    expect(page.items).toHaveLength(420);
    expect(page.pageDetails.nextPageUrl).toBeNull();
  });
});

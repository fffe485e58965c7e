import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { meets, type Filter } from './support/oracle.js';
import { errorsOf, pageOf, useSandbox, type Item } from './support/sandbox.js';

const textOperators = ['eq', 'noteq', 'gt', 'gte', 'lt', 'lte', 'beginsWith', 'endsWith', 'contains'];
const numberOperators = ['eq', 'noteq', 'gt', 'gte', 'lt', 'lte'];

/** Filters on contacts whose values are mostly such that something is found. */
function filters(contacts: readonly Item[]): fc.Arbitrary<Filter> {
  const texts = contacts.flatMap((one) => [one.lastName, one.emailAddress, one.title]).filter(isText);
  const text = fc.oneof(
    fc.constantFrom(...texts),
    fc.constantFrom(...texts).map((value) => value.slice(1, 3).toUpperCase()),
    fc.string({ maxLength: 3 }),
    fc.constantFrom('%', '_', '\\', "'", 'ü'),
  );
  const textField = fc.constantFrom('lastName', 'emailAddress', 'title', 'phone');
  const number = fc.oneof(fc.integer({ min: 195, max: 330 }), fc.constantFrom(0, 1, 174));
  const numberField = fc.constantFrom('id', 'companyID', 'isActive');
  const leaf: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ op: fc.constantFrom(...textOperators), field: textField, value: text }),
    fc.record({ op: fc.constantFrom(...numberOperators), field: numberField, value: number }),
    fc.record({
      op: fc.constantFrom('in', 'notIn'),
      field: textField,
      value: fc.array(text, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      op: fc.constantFrom('in', 'notIn'),
      field: numberField,
      value: fc.array(number, { minLength: 1, maxLength: 20 }),
    }),
    fc.record({ op: fc.constantFrom('exist', 'notExist'), field: fc.oneof(textField, numberField) }),
    fc.record({
      op: fc.constantFrom('eq', 'noteq'),
      field: fc.constant('primaryContact'),
      value: fc.boolean(),
    }),
  );
  const { filter } = fc.letrec<{ filter: Filter; group: Filter }>((tie) => ({
    filter: fc.oneof({ depthSize: 'small' }, leaf, tie('group')),
    group: fc.record({
      op: fc.constantFrom('and', 'or'),
      items: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
    }),
  }));
  return filter;
}

const isText = (value: unknown): value is string => typeof value === 'string';

describe('the query language', () => {
  const sandbox = useSandbox();
  let contacts: Item[] = [];
  const query = (body: unknown) => sandbox.rest('POST', '/Contacts/query', body);

  beforeAll(async () => {
    contacts = pageOf(await query({ filter: [{ op: 'exist', field: 'id' }] })).items;
  });

  it('finds with any filter what a search through plain records finds, in id order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(filters(contacts), { minLength: 1, maxLength: 3 }), async (filter) => {
        const wanted = contacts.filter((contact) => filter.every((one) => meets(contact, one)));
        const { items } = pageOf(await query({ filter }));
        expect(items).toEqual(wanted);
        const count = await sandbox.rest('POST', '/Contacts/query/count', { filter });
        expect(count.json).toEqual({ queryCount: wanted.length });
      }),
      { numRuns: 60 },
    );
  });

  it.each([...textOperators, 'in', 'notIn', 'exist', 'notExist'])('knows %s', async (op) => {
    const value = op === 'in' || op === 'notIn' ? ['Müller', 'könig'] : 'König';
    const filter = [{ op, field: 'lastName', value }];
    const wanted = contacts.filter((contact) => filter.every((one) => meets(contact, one)));
    expect(pageOf(await query({ filter })).items).toEqual(wanted);
    if (op !== 'notExist') expect(wanted.length).toBeGreaterThan(0);
  });

  it('reads GET ?search= like a posted body, and keys, fields and operators in any case', async () => {
    const search = JSON.stringify({
      Filter: [{ Op: 'BEGINSWITH', Field: 'LASTNAME', Value: 'm' }],
      includeFields: ['ID', 'lastname'],
      maxRecords: 2,
    });
    const { items } = pageOf(
      await sandbox.rest('GET', `/Contacts/query?search=${encodeURIComponent(search)}`),
    );
    expect(items).toHaveLength(2);
    expect(items.map((item) => Object.keys(item))).toEqual([
      ['id', 'lastName'],
      ['id', 'lastName'],
    ]);
  });

  it('ignores an unknown operator without a word, also inside a group', async () => {
    const unknown = { op: 'noteExist', field: 'emailAddress' };
    expect(pageOf(await query({ filter: [unknown] })).items).toHaveLength(contacts.length);
    const group = { op: 'and', items: [unknown, { op: 'eq', field: 'companyID', value: 0 }] };
    expect(pageOf(await query({ filter: [group] })).items).toHaveLength(4);
  });

  it.each([
    ['no filter', {}],
    ['an empty filter', { filter: [] }],
    ['an empty body', undefined],
  ])('refuses %s', async (_name, body) => {
    const answer = await query(body);
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)[0]).toContain('Parameter name: filters');
  });

  it.each([
    ['an unknown field', { op: 'eq', field: 'mail', value: 'x' }],
    ['an unknown user-defined field', { op: 'eq', field: 'lastName', value: 'x', udf: true }],
    ['a boolean that is no literal', { op: 'eq', field: 'primaryContact', value: 'true' }],
    ['a boolean null', { op: 'eq', field: 'primaryContact', value: null }],
    ['text for a number', { op: 'eq', field: 'companyID', value: 'abc' }],
    ['no list for in', { op: 'in', field: 'id', value: 7 }],
    ['text search in a number', { op: 'contains', field: 'id', value: '7' }],
    ['no moment for a date', { op: 'gt', field: 'createDate', value: 'yesterday' }],
    ['more than 500 OR conditions', { op: 'in', field: 'id', value: Array.from({ length: 501 }, () => 1) }],
  ])('refuses %s', async (_name, filter) => {
    const answer = await query({ filter: [filter] });
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toHaveLength(1);
  });

  it('reads moments as UTC and numbers also from text', async () => {
    const at = (value: string) =>
      query({ filter: [{ op: 'eq', field: 'createDate', value }], MaxRecords: 1 });
    for (const value of ['2026-03-02T08:00:00.0', '2026-03-02T09:00:00+01:00', '2026-03-02T08:00:00Z'])
      expect(pageOf(await at(value)).items).toHaveLength(1);
    const { items } = pageOf(await query({ filter: [{ op: 'eq', field: 'companyID', value: '190' }] }));
    expect(items).toHaveLength(6);
  });

  it('finds companies by the two portal flags', async () => {
    const flagged = async (field: string, value: boolean) => {
      const answer = await sandbox.rest('POST', '/Companies/query', { filter: [{ op: 'eq', field, value }] });
      return pageOf(answer).items.map((item) => item.id);
    };
    expect(await flagged('isTaskFireActive', true)).toEqual([174, 180]);
    expect(await flagged('isClientPortalActive', false)).toEqual([190]);
  });
});

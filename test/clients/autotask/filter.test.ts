import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientPortalUsers, Companies, Contacts, fieldsOf } from '../../../src/clients/autotask/entities.js';
import {
  comparisons,
  existences,
  groups,
  MAX_ALTERNATIVES,
  memberships,
  queryFor,
  type Filter,
} from '../../../src/clients/autotask/filter.js';

type ContactFilter = Filter<typeof Contacts>;

/** Filters that compile for contacts, up to three groups deep. */
const contactFilters: fc.Arbitrary<ContactFilter> = fc.letrec<{ one: ContactFilter }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      op: fc.constantFrom(...comparisons),
      field: fc.constantFrom('id', 'companyID'),
      value: fc.integer(),
    }),
    fc.record({
      op: fc.constantFrom(...comparisons),
      field: fc.constantFrom('lastName', 'emailAddress'),
      value: fc.string(),
    }),
    fc.record({
      op: fc.constantFrom(...memberships),
      field: fc.constant('id' as const),
      value: fc.array(fc.integer(), { minLength: 1, maxLength: 20 }),
    }),
    fc.record({ op: fc.constantFrom(...existences), field: fc.constantFrom('title', 'phone') }),
    fc.record({
      op: fc.constantFrom(...groups),
      items: fc.array(tie('one'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).one;

describe('queries for the vendor', () => {
  it('leave exactly as they were built, through JSON too', () => {
    fc.assert(
      fc.property(fc.array(contactFilters, { minLength: 1, maxLength: 3 }), (filters) => {
        const body = queryFor(Contacts, ...filters);
        const sent: unknown = JSON.parse(JSON.stringify(body));
        expect(sent).toEqual({
          filter: JSON.parse(JSON.stringify(filters)) as unknown,
          IncludeFields: fieldsOf(Contacts),
          MaxRecords: 500,
        });
      }),
    );
  });

  it('never leave with an operator that the vendor would ignore, however deep', () => {
    const known: readonly string[] = [...comparisons, ...memberships, ...existences, ...groups];
    const misspelt = fc
      .oneof(fc.string(), fc.constantFrom('noteExist', 'EQ', 'startsWith', 'isNull', 'between', 'eq '))
      .filter((op) => !known.includes(op));
    fc.assert(
      fc.property(misspelt, fc.nat({ max: 3 }), (op, depth) => {
        const wrong = JSON.stringify({ op, field: 'companyID', value: 174 });
        const nested = '{"op":"and","items":['.repeat(depth) + wrong + ']}'.repeat(depth);
        const parsed = JSON.parse(nested) as ContactFilter;
        expect(() => queryFor(Contacts, parsed)).toThrow(TypeError);
      }),
    );
  });

  it('know only the fields of their entity, and never the password', () => {
    const foreign = JSON.parse('{"op":"eq","field":"companyID","value":1}') as Filter<
      typeof ClientPortalUsers
    >;
    expect(() => queryFor(ClientPortalUsers, foreign)).toThrow(TypeError);
    expect(fieldsOf(ClientPortalUsers)).not.toContain('password');
  });

  it('ask for something and for no more alternatives than the vendor allows', () => {
    expect(() => queryFor(Companies)).toThrow(TypeError);
    const ids = Array.from({ length: MAX_ALTERNATIVES }, (_, index) => index);
    const asking = (value: number[]) => () => queryFor(Contacts, { op: 'in', field: 'id', value });
    expect(asking(ids)).not.toThrow();
    expect(asking([...ids, 500])).toThrow(TypeError);
    expect(asking([])).toThrow(TypeError);
  });
});

import { describe, expect, it } from 'vitest';
import { manyContacts } from '../../../src/clients/memory/index.js';
import { ListedRows, type ListedRow } from '../../../src/components/contact-grid/listed-rows.js';
import { GridRows } from '../../../src/components/data-grid/grid-rows.js';
import type { ContactRow } from '../../../src/model/index.js';
import { waitFor } from './stage.js';

function newRows(): ListedRows {
  return new ListedRows(
    new GridRows<ListedRow>({ key: ({ contact }) => contact.id, columns: [], locale: 'en' }),
  );
}

const sharing = ({ list }: ListedRows): number[] =>
  list.all.flatMap(({ contact, sharesEmail }) => (sharesEmail === true ? [contact.id] : []));

function withEmail(row: ContactRow | undefined, email: string | null): ContactRow {
  if (row === undefined) throw new Error('no such row');
  return { ...row, contact: { ...row.contact, email } };
}

describe('ListedRows', () => {
  const people = manyContacts(20);

  it('knows the page of each row, and of one that came later', () => {
    const rows = newRows();
    rows.add(people.slice(0, 5), null);
    rows.add(people.slice(3, 9), 'b');
    const cursorOf = (index: number) => rows.cursorOf(people[index]?.contact.id ?? -1);
    expect([cursorOf(0), cursorOf(4), cursorOf(5), cursorOf(8), cursorOf(9)]).toEqual([
      ...[null, null, 'b', 'b', undefined],
    ]);
  });

  it('marks rows that share an address, and no longer the one that is left alone', () => {
    const rows = newRows();
    const [first, second] = people;
    const email = first?.contact.email ?? '';
    rows.add(people, null);
    expect(sharing(rows)).toEqual([]);
    rows.update(withEmail(second, email.toUpperCase()));
    const both = [first?.contact.id, second?.contact.id];
    expect(sharing(rows)).toEqual(both);
    rows.update({ ...withEmail(second, email.toUpperCase()), portalUser: null });
    expect(sharing(rows)).toEqual(both);
    rows.update(withEmail(second, null));
    expect(sharing(rows)).toEqual([]);
  });

  it('looks at the addresses of very many rows in slices, also of one that changes meanwhile', async () => {
    const many = manyContacts(100_000);
    const last = many.at(-1);
    const rows = newRows();
    const email = many[0]?.contact.email ?? '';
    rows.add(many, null);
    expect(rows.list.length).toBe(many.length);
    rows.update(withEmail(last, email));
    await waitFor(() => sharing(rows).length === 2);
    expect(sharing(rows)).toEqual([many[0]?.contact.id, last?.contact.id]);
  });
});

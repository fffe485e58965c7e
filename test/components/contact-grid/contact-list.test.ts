import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyContacts } from '../../../src/clients/memory/index.js';
import { ContactList, firstArrangement } from '../../../src/components/contact-grid/contact-list.js';
import { noRules } from '../../../src/components/contact-grid/row-rules.js';
import { sortName, type ContactRow } from '../../../src/model/index.js';

function listOf(...pages: (readonly ContactRow[])[]): ContactList {
  const list = new ContactList('en');
  pages.forEach((page, index) => list.add(page, index === 0 ? null : String(index)));
  return list;
}

function shown(list: ContactList): ContactRow[] {
  return Array.from({ length: list.length }, (_none, position) => list.at(position)).filter(
    (row) => row !== undefined,
  );
}

const rows = manyContacts(120);

describe('the list of contacts', () => {
  it('merges pages into the same order that sorting all at once gives', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: rows.length }), { maxLength: 6 });
    fc.assert(
      fc.property(
        cuts,
        fc.boolean(),
        fc.constantFrom('name', 'email', 'status', 'phone'),
        (places, isDescending, sort) => {
          const edges = [0, ...places.sort((one, other) => one - other), rows.length];
          const list = new ContactList('en');
          list.arrange({ ...firstArrangement, sort, isDescending });
          edges.slice(1).forEach((end, index) => list.add(rows.slice(edges[index], end), null));
          const atOnce = listOf(rows);
          atOnce.arrange({ ...firstArrangement, sort, isDescending });
          expect(shown(list)).toEqual(shown(atOnce));
        },
      ),
    );
  });

  it('sorts as the language does, empty values last in either direction', () => {
    const list = listOf(rows);
    const collator = new Intl.Collator('en');
    const names = shown(list).map(({ contact }) => sortName(contact));
    expect(names).toEqual([...names].sort((one, other) => collator.compare(one, other)));
    for (const isDescending of [false, true]) {
      list.arrange({ ...firstArrangement, sort: 'phone', isDescending });
      const phones = shown(list).map(({ contact }) => contact.phone);
      expect(phones.lastIndexOf(phones.find((phone) => phone !== null) ?? null)).toBeLessThan(
        phones.indexOf(null),
      );
    }
  });

  it('finds words in any column, whatever case and accents', () => {
    const list = listOf(rows);
    list.arrange({ ...firstArrangement, query: 'OZTURK  lager' });
    const found = shown(list);
    expect(found.length).toBeGreaterThan(0);
    for (const { contact } of found) expect([contact.lastName, contact.title]).toEqual(['Öztürk', 'Lager']);
  });

  it('counts every group, and filters by it', () => {
    const list = listOf(rows);
    expect(list.count('active') + list.count('not-active')).toBe(list.count('all'));
    for (const group of ['active', 'not-active', 'attention'] as const) {
      list.arrange({ ...firstArrangement, group });
      expect(list.length).toBe(list.count(group));
    }
  });

  it('replaces a row where it stands, and counts it anew', () => {
    const list = listOf(rows);
    list.arrange({ ...firstArrangement, group: 'active' });
    const [first] = shown(list);
    if (!first?.portalUser) throw new Error('Nobody is active.');
    const active = list.count('active');
    expect(list.update({ ...first, portalUser: { ...first.portalUser, isActive: false } })).toBe(true);
    expect(list.count('active')).toBe(active - 1);
    expect(list.positionOf(first.contact.id)).toBe(0);
    list.arrange(list.arrangement);
    expect(list.positionOf(first.contact.id)).toBe(-1);
  });

  it('knows the page of a contact, and takes none twice', () => {
    const list = listOf(rows.slice(0, 60), rows.slice(60), rows.slice(40, 80));
    expect(list.count('all')).toBe(120);
    expect(list.cursorOf(rows[59]?.contact.id ?? 0)).toBe(null);
    expect(list.cursorOf(rows[60]?.contact.id ?? 0)).toBe('1');
    expect(list.cursorOf(1)).toBe(undefined);
    expect(list.update({ ...(rows[0] ?? fail()), contact: { ...(rows[0] ?? fail()).contact, id: 1 } })).toBe(
      false,
    );
  });

  it('raises no alarm about levels before they are known', () => {
    const strange = rows.map((row) => ({
      ...row,
      portalUser: row.portalUser && { ...row.portalUser, securityLevel: 999 },
    }));
    const list = listOf(strange);
    const before = list.count('attention');
    list.setRules({ ...noRules, levels: new Map() }, 'en');
    expect(list.count('attention')).toBeGreaterThan(before);
  });
});

function fail(): never {
  throw new Error('There are no rows.');
}

import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import type { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import type { ContactRow } from '../../../src/model/index.js';
import { openWith, withRows } from '../contact-grid/stage.js';
import { gridContract, GridUnderTest, type GridSubject } from './grid-contract.js';
import { openPeople } from './stage.js';

const press = (keys: string): Promise<void> => userEvent.keyboard(keys);

async function openContacts(): Promise<GridSubject> {
  const stage = await openWith(createMemoryClient({ seed: withRows(manyContacts(120)) }));
  await stage.until(() => stage.has('.rows .row'));
  const grid = stage.root.querySelector<PortalDataGrid<ContactRow>>('portal-data-grid');
  return {
    root: stage.gridRoot,
    rowCount: 120,
    columnCount: 10,
    settle: async () => {
      await stage.element.updateComplete;
    },
    stream: () => {
      const [template] = manyContacts(1);
      if (template === undefined) throw new Error('There are no contacts.');
      const named = (id: number): ContactRow => ({
        portalUser: null,
        contact: { ...template.contact, id, firstName: 'A', lastName: 'Aa' },
      });
      grid?.rows?.add([named(900_001), named(900_002)]);
      return Promise.resolve(grid?.rows?.length ?? 0);
    },
    turn: async () => {
      stage.element.dir = 'rtl';
      await stage.element.updateComplete;
    },
  };
}

const grids = [
  ['portal-data-grid', () => openPeople()],
  ['portal-contact-grid', openContacts],
] as const;

for (const [tag, open] of grids) {
  describe(`<${tag}> as a grid for keyboards and screen readers`, () => {
    for (const { name, run } of gridContract) {
      it(name, async () => run(new GridUnderTest(await open(), { press })));
    }
  });
}

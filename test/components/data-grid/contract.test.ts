import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import type { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import type { DryRow } from '../../../src/components/bulk-change/dry-run-columns.js';
import type { ContactRow } from '../../../src/model/index.js';
import { openBulk } from '../bulk-change/stage.js';
import { openWith, withRows } from '../contact-grid/stage.js';
import { openJobs } from '../job-list/stage.js';
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

/** The table that says beforehand what will happen: nothing is selected in it. */
async function openDryRun(): Promise<GridSubject> {
  const stage = await openBulk({ rows: manyContacts(120) });
  await stage.open('activate');
  await stage.check();
  const grid = stage.inside('portal-dry-run').querySelector<PortalDataGrid<DryRow>>('portal-data-grid');
  await grid?.updateComplete;
  return {
    root: stage.inside('portal-dry-run', 'portal-data-grid'),
    rowCount: 120,
    columnCount: 5,
    settle: async () => {
      await grid?.updateComplete;
    },
    stream: () => {
      const rows = grid?.rows;
      const template = rows?.at(0);
      if (rows === undefined || template === undefined) throw new Error('The plan is empty.');
      rows.arrange({ sort: [{ id: 'name', isDescending: false }] });
      rows.add([900_001, 900_002].map((id) => plannedFor(id, template)));
      return Promise.resolve(rows.length);
    },
    turn: async () => {
      stage.element.dir = 'rtl';
      await grid?.updateComplete;
    },
  };
}

function plannedFor(contactId: number, { step, contact }: DryRow): DryRow {
  return { contact: { ...contact, id: contactId }, step: { ...step, contactId, contactName: 'Aa, A' } };
}

/** What came of each contact of a job. */
async function openResults(): Promise<GridSubject> {
  const stage = await openJobs({ contacts: 200 });
  await stage.untilState('Finished');
  await stage.openResults();
  const { grid, draft } = stage;
  const rowCount = draft.steps.length;
  await stage.until(() => grid.rows?.length === rowCount);
  await grid.updateComplete;
  return {
    root: grid.renderRoot as ShadowRoot,
    rowCount,
    columnCount: 5,
    settle: async () => {
      await grid.updateComplete;
    },
    stream: () => {
      const { rows } = grid;
      const template = rows?.at(0);
      if (rows === undefined || template === undefined) throw new Error('The job is empty.');
      rows.arrange({ sort: [{ id: 'name', isDescending: false }] });
      const planned = { ...template.planned, contactName: 'Aa, A' };
      rows.add([900_001, 900_002].map((index) => ({ ...template, index, planned })));
      return Promise.resolve(rows.length);
    },
    turn: async () => {
      stage.element.dir = 'rtl';
      await grid.updateComplete;
    },
  };
}

const grids = [
  { tag: 'portal-data-grid', isSelectable: true, open: () => openPeople() },
  { tag: 'portal-contact-grid', isSelectable: true, open: openContacts },
  { tag: 'portal-dry-run', isSelectable: false, open: openDryRun },
  { tag: 'portal-job-results', isSelectable: false, open: openResults },
];

for (const { tag, isSelectable, open } of grids) {
  describe(`<${tag}> as a grid for keyboards and screen readers`, () => {
    for (const { name, run } of gridContract({ isSelectable })) {
      it(name, async () => run(new GridUnderTest(await open(), { press, isSelectable })));
    }
  });
}

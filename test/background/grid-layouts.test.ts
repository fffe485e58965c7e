import { beforeEach, describe, expect, it } from 'vitest';
import type { GridLayout } from '../../src/contract/index.js';
import { ExtensionUnderTest, frame, optionsPage } from './workers.js';

const layout: GridLayout = {
  columns: [
    { id: 'name', width: 240, isHidden: false, isPinned: true },
    { id: 'phone', width: null, isHidden: true, isPinned: false },
  ],
  sort: [{ id: 'email', isDescending: true }],
};

describe('how the grids are arranged', () => {
  let extension: ExtensionUnderTest;
  beforeEach(() => {
    extension = new ExtensionUnderTest();
  });
  const save = (gridId: string, saved: GridLayout = layout) =>
    extension.send('save-grid-layout', { gridId, layout: saved }, frame());
  const load = async (gridId: string) => {
    const answer = await extension.send('grid-layout', { gridId }, frame());
    return answer.ok ? answer.value : answer.error;
  };

  it('is remembered by grid, beyond the end of the worker', async () => {
    expect(await load('contacts')).toBeNull();
    await save('contacts');
    await save('job-steps', { columns: [], sort: [] });
    extension.restartWorker();
    expect(await load('contacts')).toEqual(layout);
    expect(await load('job-steps')).toEqual({ columns: [], sort: [] });
    expect(await load('others')).toBeNull();
  });

  it('keeps the last one of a grid', async () => {
    const changed = { ...layout, sort: [] };
    await Promise.all([save('contacts'), save('contacts', changed), save('job-steps')]);
    expect(await load('contacts')).toEqual(changed);
    expect(await load('job-steps')).toEqual(layout);
  });

  it('is forgotten by one of our own pages, not by a page of the PSA', async () => {
    await save('contacts');
    expect(await extension.send('forget-grid-layouts', {}, frame())).toMatchObject({ ok: false });
    expect(await load('contacts')).toEqual(layout);
    expect(await extension.send('forget-grid-layouts', {}, optionsPage)).toEqual({ ok: true, value: null });
    expect(await load('contacts')).toBeNull();
    expect([...extension.browser.onDisk.keys()]).not.toContain('grid-layouts');
  });

  it('drops one that is broken or of an older version, and no other', async () => {
    await save('contacts');
    const old = { columns: [{ id: 'name', size: 12 }], sort: 'name' };
    extension.browser.onDisk.set('grid-layouts', [
      ['old', old],
      ['contacts', layout],
    ]);
    expect(await load('old')).toBeNull();
    expect(await load('contacts')).toEqual(layout);
    for (const broken of ['x', 7, null, [['contacts']], [[1, layout]]]) {
      extension.browser.onDisk.set('grid-layouts', broken);
      expect(await load('contacts')).toBeNull();
    }
    expect(await save('contacts')).toEqual({ ok: true, value: null });
    expect(await load('contacts')).toEqual(layout);
  });

  it('takes no more grids than there are, and the one that was saved longest ago gives way', async () => {
    for (let index = 0; index < 25; index += 1) await save(`grid-${index}`);
    expect(await load('grid-4')).toBeNull();
    expect(await load('grid-5')).toEqual(layout);
    expect(extension.browser.onDisk.get('grid-layouts')).toHaveLength(20);
  });

  it('refuses what is larger than anybody arranges, other names, and what was searched for', async () => {
    const column = { id: 'name', width: null, isHidden: false, isPinned: false };
    const payloads = [
      { gridId: 'contacts', layout: { ...layout, columns: Array.from({ length: 101 }, () => column) } },
      { gridId: 'contacts', layout: { ...layout, columns: [{ ...column, id: 'x'.repeat(61) }] } },
      { gridId: 'contacts', layout: { ...layout, columns: [{ ...column, width: 1e9 }] } },
      { gridId: 'contacts', layout: { ...layout, query: 'Mara Adler' } },
      { gridId: '__proto__', layout },
      { gridId: 'x'.repeat(41), layout },
    ];
    for (const payload of payloads) {
      const answer = await extension.deliver({ kind: 'save-grid-layout', payload }, frame());
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(extension.browser.onDisk.has('grid-layouts')).toBe(false);
  });
});

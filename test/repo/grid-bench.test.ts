import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../bench/grid/contacts.js';
import { contestants } from '../../bench/grid/contestants.js';
import { isTimeFor, shuffled } from '../../bench/grid/grid.js';
import { readOptions } from '../../bench/grid/options.js';
import { behind, gaveUp, sizeReport } from '../../bench/grid/report.js';
import type { Run } from '../../bench/grid/run.js';

/** A run in which everything takes the same. */
function run(time: number, selectAll: Run['taken']['selectAll'] = { time, busy: time }): Run {
  const taken = { time, busy: time };
  return {
    taken: {
      mount: taken,
      nothing: taken,
      sortAscending: taken,
      sortDescending: taken,
      filter: taken,
      clearFilter: taken,
      selectAll,
      update: taken,
    },
    scroll: { p50: time, p95: time, worst: time, busy: time, blank: 0 },
    heap: time * 1024 * 1024,
    files: [],
    gaveUp: undefined,
  };
}

describe('the report of the grid bench', () => {
  it('compares the medians of ours with the best of the others', () => {
    const runs = new Map([
      ['portal-contact-grid', [run(50), run(10), run(900)]],
      ['slickgrid', [run(100), run(100), run(100)]],
      ['tabulator', [run(200)]],
    ]);
    const lines = sizeReport(100_000, runs);
    expect(lines.find((line) => line.startsWith('| portal-contact-grid'))).toMatch(/\| +50 \(50\) \|/);
    expect(lines.find((line) => line.startsWith('| ours : best other'))).toMatch(/\| 0.50 \(0.50\) \|/);
    expect(behind(100_000, runs)).toEqual([]);
  });

  it('says where ours is behind, and whose', () => {
    const runs = new Map([
      ['portal-contact-grid', [run(80)]],
      ['slickgrid', [run(40)]],
    ]);
    expect(behind(1000, runs)).toContain('behind at 1,000: mount, 80.0 to 40.0 of slickgrid');
  });

  it('compares the work where the frames hide the difference', () => {
    const ours = { time: 16.7, busy: 9 };
    const runs = new Map([
      ['portal-contact-grid', [run(10, ours)]],
      ['slickgrid', [run(20, { time: 16.6, busy: 12 })]],
    ]);
    expect(behind(1000, runs)).toEqual([]);
  });

  it('shows a dash for what a contestant does not have', () => {
    const runs = new Map([['slickgrid', [run(20, null)]]]);
    expect(sizeReport(1000, runs).find((line) => line.startsWith('| slickgrid'))).toMatch(/\| +– \|/);
  });
});

describe('a contestant of the grid bench that gives up', () => {
  const { taken } = run(20);
  const early: Run = {
    taken: { mount: taken.mount ?? null },
    scroll: undefined,
    heap: undefined,
    files: [],
    gaveUp: 'sortAscending: row 1 shows "Aal"',
  };
  const runs = new Map([
    ['portal-contact-grid', [run(50)]],
    ['tabulator', [early]],
  ]);

  it('is shown with what it reached, and with the reason', () => {
    const line = sizeReport(1000, runs).find((one) => one.startsWith('| tabulator'));
    expect(line?.match(/20 \(20\)/g)).toHaveLength(1);
    expect(line?.match(/ – /g)?.length).toBeGreaterThan(8);
    expect(gaveUp(1000, runs)).toEqual(['gave up at 1,000: tabulator, sortAscending: row 1 shows "Aal"']);
  });

  it('is no peer in what it did not reach', () => {
    expect(behind(1000, runs)).toEqual(['behind at 1,000: mount, 50.0 to 20.0 of tabulator']);
  });
});

it('the grid bench begins no round that would not end in time', () => {
  const minute = 60_000;
  expect(isTimeFor([0], 1)).toBe(true);
  expect(isTimeFor([0, 4 * minute], 8)).toBe(true);
  expect(isTimeFor([0, 4 * minute, 9 * minute], 13)).toBe(false);
});

describe('the options of the grid bench', () => {
  it('are five rounds of everything, or one of 10,000', () => {
    expect(readOptions([])).toEqual({
      rounds: 5,
      counts: [1000, 10_000, 100_000],
      names: contestants,
      minutes: 25,
      json: undefined,
    });
    expect(readOptions(['--quick', '--only=slickgrid'])).toMatchObject({
      rounds: 1,
      counts: [10_000],
      names: ['slickgrid'],
    });
  });

  it.each([['--only=excel'], ['--rounds=0'], ['--minutes=soon'], ['--counts=many'], ['--fast']])(
    'refuse %s',
    (option) => {
      expect(() => readOptions([option])).toThrow();
    },
  );
});

it('each round has its own order, with everybody in it', () => {
  const chance = randomNumbers(1);
  const orders = Array.from({ length: 20 }, () => shuffled(contestants, chance));
  for (const order of orders) expect(order.toSorted()).toEqual([...contestants].toSorted());
  expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(10);
});

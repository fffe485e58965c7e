import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/form/options.js';
import { behind, formReport } from '../../bench/form/report.js';
import type { Run } from '../../bench/form/run.js';

function run(time: number): Run {
  const taken = { time, busy: time };
  const start = { time, requests: 1, bytes: time * 1000 };
  return { taken: { mount: taken, edit: taken, editMore: taken, show: taken }, start, slowStart: start };
}

describe('the report of the form bench', () => {
  it('compares the medians of ours with the best of the peers', () => {
    const runs = new Map([
      ['portal-company-settings', [run(50), run(10), run(900)]],
      ['script-tag', [run(1)]],
      ['web-awesome', [run(100), run(100), run(100)]],
      ['ui5', [run(200)]],
    ]);
    const lines = formReport(runs);
    expect(lines.find((line) => line.startsWith('| ours : best peer'))).toContain('| 0.50 |');
    expect(behind(runs)).toEqual([]);
  });

  it('says where ours is behind', () => {
    const runs = new Map([
      ['portal-company-settings', [run(80)]],
      ['ui5', [run(40)]],
    ]);
    expect(behind(runs)).toContain('behind: mount, ms, 80 to 40');
  });

  it('refuses options that it does not know', () => {
    expect(() => readOptions(['--only=material'])).toThrow('unknown: material');
    expect(() => readOptions(['--rounds=none'])).toThrow('is no number of rounds');
    expect(readOptions(['--quick', '--only=ui5'])).toEqual({ rounds: 1, names: ['ui5'] });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChange,
  changeBetween,
  isSameSetting,
  mergeSettings,
  settingDifferences,
} from '../../src/model/index.js';
import { anySettings, settings } from './arbitraries.js';

describe('the difference between two settings', () => {
  it('names what differs with both values', () => {
    expect(settingDifferences(settings(), settings({ workedTime: 'billed' }))).toEqual([
      { key: 'workedTime', before: 'none', after: 'billed' },
    ]);
  });

  it('takes a choice of request types as a set', () => {
    const choice = (ids: number[]) => ({ mode: 'custom', ids });
    expect(isSameSetting(choice([10, 9]), choice([9, 10]))).toBe(true);
    expect(isSameSetting(choice([9]), choice([9, 10]))).toBe(false);
  });

  it('is empty for equal settings, and applying the change gets from one to the other', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (one, other) => {
        expect(settingDifferences(one, one)).toEqual([]);
        const arrived = applyChange(one, changeBetween(one, other));
        expect(settingDifferences(arrived, other)).toEqual([]);
      }),
    );
  });
});

describe('merging with what somebody else saved', () => {
  it('keeps apart what does not collide and asks about what does', () => {
    const base = settings();
    const mine = settings({ workedTime: 'billed', notifications: false });
    const theirs = settings({ workedTime: 'worked', documents: false });
    expect(mergeSettings(base, mine, theirs)).toEqual({
      mine: { notifications: false },
      conflicts: [{ key: 'workedTime', before: 'worked', after: 'billed' }],
    });
  });

  it('is no conflict when both want the same', () => {
    const same = settings({ twoFactor: 'all' });
    expect(mergeSettings(settings(), same, same)).toEqual({ mine: {}, conflicts: [] });
  });

  it('loses no change of mine and touches none of theirs', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const merge = mergeSettings(base, mine, theirs);
        const chosenMine = Object.fromEntries(merge.conflicts.map(({ key, after }) => [key, after]));
        const result = applyChange(applyChange(theirs, merge.mine), chosenMine);
        for (const { key, after } of settingDifferences(base, mine)) {
          expect(isSameSetting(result[key], after)).toBe(true);
        }
        const mineKeys = settingDifferences(base, mine).map(({ key }) => key);
        for (const { key } of settingDifferences(theirs, result)) expect(mineKeys).toContain(key);
      }),
    );
  });
});

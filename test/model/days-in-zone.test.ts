import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, daysAfter, startOfDay } from '../../src/model/index.js';

const HOUR = 3_600_000;
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
];

describe('days in a time zone', () => {
  it.each([
    ['2026-11-26', 'Europe/Berlin', '2026-11-25T23:00:00.000Z'],
    ['2026-11-26', 'America/New_York', '2026-11-26T05:00:00.000Z'],
    ['2026-11-26', 'Asia/Kolkata', '2026-11-25T18:30:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, start) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(start);
  });

  it('begins at one o’clock where clocks change at midnight', () => {
    // Egypt's clocks went from 00:00 to 01:00 on 26 April 2024.
    const start = startOfDay('2024-04-26', 'Africa/Cairo');
    expect(new Date(start).toISOString()).toBe('2024-04-25T22:00:00.000Z');
    expect(startOfDay('2024-04-27', 'Africa/Cairo') - start).toBe(23 * HOUR);
  });

  it('counts days by the calendar', () => {
    expect(daysAfter('2024-02-28', 1)).toBe('2024-02-29');
    expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('puts every moment between the bounds of its day', () => {
    const moments = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const day = dayIn(moment, zone);
        const [start, end] = [startOfDay(day, zone), startOfDay(daysAfter(day, 1), zone)];
        expect(start).toBeLessThanOrEqual(moment);
        expect(end).toBeGreaterThan(moment);
        expect(end - start).toBeGreaterThanOrEqual(23 * HOUR);
        expect(end - start).toBeLessThanOrEqual(25 * HOUR);
      }),
    );
  });
});

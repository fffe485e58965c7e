import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayIn,
  frequentFailures,
  lastThirtyDays,
  signInsPerDay,
  ssoEventTypes,
  ssoSteps,
  startOfSsoLog,
  type SsoEvent,
  type SsoEventType,
} from '../../src/model/index.js';

const NOW = Date.parse('2026-11-26T02:30:00Z');
const DAY = 86_400_000;

function event(id: number, at: string, type: SsoEventType, who: Partial<SsoEvent> = {}): SsoEvent {
  const nobody = { contactId: null, contactName: null, securityLevel: null, userName: null };
  return { id, at, type, ...nobody, identityProvider: 'Entra ID', detail: '', ...who };
}

describe('the days of the log (L1)', () => {
  it.each([
    ['Europe/Berlin', '2026-10-28', '2026-11-26'],
    ['America/New_York', '2026-10-27', '2026-11-25'],
  ])('end today in %s', (zone, first, last) => {
    const days = lastThirtyDays(NOW, zone);
    expect(days).toHaveLength(30);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual([first, last]);
    expect(days[0]?.from).toBe(startOfSsoLog(NOW, zone));
  });

  it('follow each other without a gap and never make more than 30', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Africa/Cairo');
    const moments = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(moments, zones, (now, zone) => {
        const days = lastThirtyDays(now, zone);
        for (const [index, day] of days.entries()) expect(day.until).toBe(days[index + 1]?.from ?? day.until);
        expect(now).toBeLessThan(days.at(-1)?.until ?? 0);
        expect(now - startOfSsoLog(now, zone)).toBeLessThan(30 * DAY + 3_600_000);
      }),
      { numRuns: 30 },
    );
  });
});

describe('sign-ins per day (L4)', () => {
  it('are counted on the company’s day, not on that of UTC', () => {
    // Half past eleven at night in New York is the next day in UTC.
    const events = [event(1, '2026-11-25T04:30:00Z', 'success'), event(2, '2026-11-25T05:30:00Z', 'success')];
    const days = signInsPerDay(events, lastThirtyDays(NOW, 'America/New_York'));
    const counted = days.filter(({ successes }) => successes > 0).map(({ day }) => day);
    expect(counted).toEqual(['2026-11-24', '2026-11-25']);
  });

  it('add up to the events of these days, and to those of each day by the calendar', () => {
    const zone = 'Europe/Berlin';
    const days = lastThirtyDays(NOW, zone);
    const moment = fc.integer({ min: NOW - 40 * DAY, max: NOW + DAY });
    const some = fc.array(fc.tuple(moment, fc.constantFrom(...ssoEventTypes)), { maxLength: 60 });
    fc.assert(
      fc.property(some, (list) => {
        const events = list.map(([at, type], id) => event(id, new Date(at).toISOString(), type));
        for (const { day, successes, failures } of signInsPerDay(events, days)) {
          const types = list.filter(([at]) => dayIn(at, zone) === day).map(([, type]) => type);
          expect(successes).toBe(types.filter((type) => type === 'success').length);
          expect(failures).toBe(types.filter((type) => type !== 'success').length);
        }
      }),
    );
  });
});

describe('what fails most', () => {
  const mareike = { contactId: 1, userName: 'mareike' };
  const joerg = { contactId: 2, userName: 'joerg' };

  it('comes first, with how many people it keeps out', () => {
    const events = [
      event(7, '2026-11-25T12:00:00Z', 'success', mareike),
      event(6, '2026-11-25T11:00:00Z', 'saml-certificate-expired', joerg),
      event(5, '2026-11-25T10:00:00Z', 'saml-certificate-expired', mareike),
      event(4, '2026-11-25T09:00:00Z', 'user-access-denied', joerg),
      event(3, '2026-11-25T08:00:00Z', 'saml-certificate-expired', mareike),
    ];
    expect(frequentFailures(events, NOW - 7 * DAY)).toEqual([
      {
        type: 'saml-certificate-expired',
        ...{ count: 3, people: 2, stillOut: 1, lastAt: '2026-11-25T11:00:00Z' },
      },
      { type: 'user-access-denied', count: 1, people: 1, stillOut: 1, lastAt: '2026-11-25T09:00:00Z' },
    ]);
  });

  it('tells people apart that the PSA does not know', () => {
    const events = ['lena@a.example', 'omar@a.example', 'lena@a.example'].map((detail, index) =>
      event(9 - index, '2026-11-25T12:00:00Z', 'contact-does-not-exist', { detail }),
    );
    expect(frequentFailures(events, 0)).toMatchObject([{ count: 3, people: 2, stillOut: 2 }]);
  });

  it('leaves out what was before', () => {
    const old = event(1, '2026-11-01T12:00:00Z', 'user-access-denied', joerg);
    expect(frequentFailures([old], NOW - 7 * DAY)).toEqual([]);
  });
});

describe('what to do (L2)', () => {
  it('is known of every failure, and nothing of a success', () => {
    for (const type of ssoEventTypes) expect(ssoSteps(type).length > 0).toBe(type !== 'success');
  });
});

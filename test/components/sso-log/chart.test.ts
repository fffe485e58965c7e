import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { scaleFor } from '../../../src/components/sso-log/day-bars.js';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { lastThirtyDays } from '../../../src/model/index.js';
import { openLog, signIn, withLog, type Stage } from './stage.js';

const ZONE = 'Europe/Berlin';
const days = lastThirtyDays(Date.now(), ZONE);
/** Noon of the day so many days ago. */
const noon = (ago: number): string => new Date((days.at(-1 - ago)?.from ?? 0) + 12 * 3_600_000).toISOString();

const log = [
  signIn(6, noon(1)),
  signIn(5, noon(1), { type: 'user-access-denied' }),
  signIn(4, noon(3), { type: 'user-access-denied' }),
  signIn(3, noon(3), { type: 'saml-response-expired' }),
  signIn(2, noon(29)),
  signIn(1, noon(3)),
];
const few = { seed: withLog(log, ZONE) };
const dayButton = (ago: number): string => `.days button:nth-last-child(${ago + 1})`;

/** The drawn heights, oldest day first; 0 where nothing is drawn. */
function heights(stage: Stage, series: string): number {
  return stage
    .all(`.bars .${series} line`)
    .reduce((sum, line) => sum + line.getBoundingClientRect().height, 0);
}

describe('<portal-sso-chart>', () => {
  it('has a bar for each day with its sign-ins, failures beside successes (L4)', async () => {
    const stage = await openLog(few);
    await stage.until(() => stage.has('.bars .bar'));
    expect(stage.all('.days button')).toHaveLength(30);
    // Successes on three days, failures on two; a day without any has no bar.
    expect(stage.all('.bars .succeeded .bar')).toHaveLength(3);
    expect(stage.all('.bars .failed .bar')).toHaveLength(2);
    expect(heights(stage, 'succeeded')).toBeCloseTo(heights(stage, 'failed'), 0);
  });

  it('tells successes and failures apart by stripes as well as by colour (L4)', async () => {
    const stage = await openLog(few);
    await stage.until(() => stage.has('.bars .bar'));
    const stripes = (selector: string): string => getComputedStyle(stage.get(selector)).strokeDasharray;
    expect(stripes('.bars .succeeded line')).toBe('none');
    expect(stripes('.bars .failed line')).not.toBe('none');
    expect(stripes('.legend .failed')).toBe(stripes('.bars .failed line'));
  });

  it('says in a sentence what it shows, and of each day what happened', async () => {
    const stage = await openLog(few);
    expect(stage.text('.sum')).toMatch(
      /^3 sign-ins succeeded and 3 failed in 30 days; most failed on \w+, .*: 2\.$/,
    );
    expect(stage.get(dayButton(1)).ariaLabel).toMatch(/: 1 succeeded, 1 failed$/);
    expect(stage.get(dayButton(0)).ariaLabel).toMatch(/: 0 succeeded, 0 failed$/);
  });

  it('filters the list to a day, and back (L4)', async () => {
    const stage = await openLog(few);
    await stage.click(dayButton(3));
    expect(stage.text('.foot')).toContain('3 of 6 sign-ins');
    expect(stage.all('.filter-chip')).toHaveLength(1);
    expect(stage.get(dayButton(3)).ariaPressed).toBe('true');
    await stage.click(dayButton(1));
    expect(stage.text('.foot')).toContain('2 of 6 sign-ins');
    await stage.click(dayButton(1));
    expect(stage.text('.foot')).toContain('6 sign-ins');
    expect(stage.has('[data-day][aria-pressed=true]')).toBe(false);
  });

  it('lets the other filters stand', async () => {
    const stage = await openLog(few);
    await stage.click('.chips .chip:nth-child(2)');
    await stage.click(dayButton(3));
    expect(stage.text('.foot')).toContain('2 of 6 sign-ins');
  });

  it('is a table on request, from which a day can be chosen too (L4)', async () => {
    const stage = await openLog(few);
    await stage.click('.switch-view .chip:last-child');
    await stage.until(() => stage.has('table'));
    expect(stage.all('tbody tr')).toHaveLength(30);
    const cells = stage.all('tbody tr:nth-child(4) td').map((one) => one.textContent.trim());
    expect(cells).toEqual(['1', '2']);
    await stage.click('tbody tr:nth-child(4) button');
    expect(stage.text('.foot')).toContain('3 of 6 sign-ins');
    await stage.click('.switch-view .chip:first-child');
    await stage.until(() => stage.has('.bars .bar'));
  });

  it('draws anew when the language changes', async () => {
    const stage = await openLog(few);
    await stage.until(() => stage.has('.bars .bar'));
    await setPortalLocale('de');
    await stage.until(() => stage.text('.sum').includes('Anmeldungen'));
    expect(stage.get(dayButton(1)).ariaLabel).toMatch(/: 1 erfolgreich, 1 fehlgeschlagen$/);
    await setPortalLocale('en');
    await stage.until(() => stage.text('.sum').includes('sign-ins'));
  });
});

describe('the scale of the bars', () => {
  it('has few whole numbers, evenly apart, up to the highest', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (highest) => {
        const { top, lines } = scaleFor(highest);
        const step = lines[1] ?? 0;
        expect(lines.length).toBeGreaterThanOrEqual(3);
        expect(lines.length).toBeLessThanOrEqual(5);
        expect(lines).toEqual(lines.map((_, index) => index * step));
        expect([Number.isInteger(step), lines.at(-1)]).toEqual([true, top]);
        expect(top).toBeGreaterThanOrEqual(highest);
        expect(top - highest).toBeLessThan(Math.max(step, 5));
      }),
    );
  });
});

import { describe, expect, it, vi } from 'vitest';
import { createMemoryClient } from '../../../src/clients/memory/index.js';
import { SsoRows } from '../../../src/components/sso-log/sso-rows.js';
import { lastThirtyDays, startOfDay } from '../../../src/model/index.js';
import { ControllerHost } from '../contact-grid/controller-host.js';
import { DAIRY, signIn, withLog } from './stage.js';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
/** Half an hour before midnight in Berlin. */
const LATE = startOfDay('2026-11-26', ZONE) - HOUR / 2;

/** The rows of a log with an event on its oldest day and one on its newest, and a clock that can be moved. */
async function begin() {
  let now = LATE;
  const days = lastThirtyDays(LATE, ZONE);
  const at = (instant = 0): string => new Date(instant).toISOString();
  const log = [signIn(2, at(LATE - HOUR)), signIn(1, at((days[0]?.from ?? 0) + HOUR))];
  const admin = createMemoryClient({ seed: withLog(log, ZONE), now: () => new Date(now) });
  const host = new ControllerHost();
  const rows = new SsoRows(
    host,
    () => [],
    () => now,
  );
  await rows.start({ admin, companyId: DAIRY, zone: ZONE });
  return {
    ...{ admin, rows },
    wait: (ms: number) => {
      now += ms;
    },
  };
}

describe('the rows of the log of sign-ins', () => {
  it('lose the oldest day at the company’s midnight, once they are read again (L1)', async () => {
    const { admin, rows, wait } = await begin();
    expect(rows.list.all.map(({ event }) => event.id)).toEqual([2, 1]);
    expect(rows.perDay.at(-1)).toMatchObject({ day: '2026-11-25', successes: 1 });
    wait(HOUR);
    admin.signInHappened(DAIRY, signIn(0, '', { type: 'user-access-denied', detail: 'somebody' }));
    await rows.refresh();
    expect(rows.list.all.map(({ event }) => event.id)).toEqual([3, 2]);
    expect(rows.perDay).toHaveLength(30);
    expect(rows.perDay.at(-1)).toMatchObject({ day: '2026-11-26', failures: 1, successes: 0 });
    expect(rows.frequent).toMatchObject([{ type: 'user-access-denied', count: 1, stillOut: 1 }]);
  });

  it('read only what is new on the same day, in as many pages as it takes', async () => {
    const { admin, rows, wait } = await begin();
    wait(60_000);
    const asked = vi.spyOn(admin, 'ssoEvents');
    for (let count = 0; count < 600; count += 1) admin.signInHappened(DAIRY, signIn(0, ''));
    expect(await rows.refresh()).toBe(600);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(await rows.refresh()).toBe(0);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(new Set(rows.list.all.map(({ event }) => event.id)).size).toBe(602);
  });
});

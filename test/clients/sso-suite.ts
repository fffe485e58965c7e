import { expect, it } from 'vitest';
import type { PortalAdmin } from '../../src/contract/index.js';
import { effectiveTimeZone, ssoEventTypes, startOfSsoLog, type SsoEvent } from '../../src/model/index.js';
import type { Parts, World } from './contract-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';

/** What the log of sign-ins must do, whatever stands behind it. */
export function ssoSuite(
  world: () => Pick<World, 'admin' | 'viewer' | 'withSignIns' | 'withoutSignIns' | 'someoneSignsIn'>,
  { isDemo, has }: Parts,
): void {
  const admin = (): PortalAdmin => world().admin;

  it('comes newest first, page by page, and says how many there are (L1)', async () => {
    const { events, total } = await wholeLog(admin(), world().withSignIns);
    expect([null, events.length]).toContain(total);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const times = events.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it.runIf(has('companies') && has('settings') && has('providerDefaults'))(
    'never goes back behind the company’s thirty days (L1)',
    async () => {
      const companyId = world().withSignIns;
      const company = await admin().company(companyId);
      const { timeZone = null } = (await admin().settings(companyId)).settings;
      const zone = effectiveTimeZone(timeZone, company, await admin().providerDefaults()).value;
      const start = startOfSsoLog(Date.now(), zone);
      const { events } = await wholeLog(admin(), companyId);
      expect(events.filter(({ at }) => Date.parse(at) < start)).toEqual([]);
    },
  );

  it.runIf(isDemo)('knows every outcome, and names whom it was about where that is known (L2)', async () => {
    const { events } = await wholeLog(admin(), world().withSignIns);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(ssoEventTypes));
    for (const { contactId, contactName, userName } of events)
      expect([contactName === null, userName === null]).toEqual([contactId === null, contactId === null]);
  });

  it.runIf(isDemo)('shows what happens meanwhile', async () => {
    const companyId = world().withSignIns;
    const before = await admin().ssoEvents(companyId, null);
    await world().someoneSignsIn?.(companyId);
    const after = await admin().ssoEvents(companyId, null);
    expect(after.total).toBe((before.total ?? 0) + 1);
    expect(after.events[1]).toEqual(before.events[0]);
    expect(after.events[0]).toMatchObject({ type: 'user-access-denied', userName: 'late.arrival' });
  });

  it.runIf(isDemo)('is empty where nobody signs in, and open to those who may only look', async () => {
    const empty = { events: [], next: null, total: 0 };
    expect(await admin().ssoEvents(world().withoutSignIns, null)).toEqual(empty);
    const { total } = await world().viewer.ssoEvents(world().withSignIns, null);
    expect(total).toBeGreaterThan(0);
  });

  it('knows no other pages and no other companies', async () => {
    for (const asked of [
      admin().ssoEvents(world().withSignIns, 'nonsense'),
      admin().ssoEvents(987_654, null),
    ])
      expect((await portalErrorOf(asked)).code).toBe('not-found');
  });
}

async function wholeLog(
  admin: PortalAdmin,
  companyId: number,
): Promise<{ events: SsoEvent[]; total: number | null }> {
  const events: SsoEvent[] = [];
  let total: number | null = null;
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await admin.ssoEvents(companyId, cursor);
    events.push(...page.events);
    ({ next: cursor, total } = page);
  }
  return { events, total };
}

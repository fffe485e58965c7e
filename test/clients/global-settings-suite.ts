import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { PortalAdmin, PortalChange } from '../../src/contract/index.js';
import { GlobalSnapshotSchema, type GlobalChange, type GlobalSnapshot } from '../../src/model/index.js';
import { portalErrorOf } from './support/portal-error-of.js';

export interface GlobalWorld {
  readonly admin: PortalAdmin;
  readonly viewer: PortalAdmin;
  /** A customer without Taskfire. */
  readonly plain: number;
}

const changedMeanwhile = { code: 'validation', problems: [{ path: [], code: 'changed-meanwhile' }] };

/** D1: what companies inherit, read and saved. */
export function globalSettingsSuite(world: () => GlobalWorld): void {
  const admin = (): PortalAdmin => world().admin;
  const save = async (change: GlobalChange): Promise<GlobalSnapshot> =>
    admin().saveGlobalSettings(change, (await admin().globalSettings()).version);

  it('tells what companies inherit, the same as to each company (D1)', async () => {
    const snapshot = await admin().globalSettings();
    expect(v.safeParse(GlobalSnapshotSchema, snapshot).issues).toBeUndefined();
    expect(snapshot.settings).toMatchObject(await admin().providerDefaults());
    const { companies } = await admin().companies(null);
    expect(snapshot.followers.companies).toBe(companies.length);
  });

  it('saves what was named and leaves the rest; companies inherit it at once (D1)', async () => {
    const before = await admin().globalSettings();
    const twoFactor = before.settings.twoFactor === 'all' ? 'off' : 'all';
    const saved = await save({ twoFactor, ticketsFrom: '2026-02-28' });
    expect(saved.settings).toEqual({ ...before.settings, twoFactor, ticketsFrom: '2026-02-28' });
    expect(saved.version).not.toBe(before.version);
    expect(saved.changedBy).not.toBeNull();
    expect(await admin().globalSettings()).toEqual(saved);
    expect((await admin().providerDefaults()).twoFactor).toBe(twoFactor);
    const all = await save({ ticketsFrom: null });
    expect(all.settings.ticketsFrom).toBeNull();
  });

  it('counts a company that goes its own way, and one that comes back (D1)', async () => {
    const { plain } = world();
    const { version } = await admin().settings(plain);
    const own = await admin().saveSettings(
      plain,
      { twoFactor: 'off', quickTicket: { mode: 'disabled' } },
      version,
    );
    const without = (await admin().globalSettings()).followers;
    await admin().saveSettings(plain, { twoFactor: 'global', quickTicket: { mode: 'global' } }, own.version);
    const { followers } = await admin().globalSettings();
    expect(followers).toEqual({
      ...without,
      twoFactor: without.twoFactor + 1,
      quickTicket: without.quickTicket + 1,
    });
  });

  it('overwrites nothing that somebody saved since, and lets one of two at once through', async () => {
    const seen = await admin().globalSettings();
    const theirs = await save({ ticketsFrom: '2025-05-05' });
    const late = admin().saveGlobalSettings({ twoFactor: 'off' }, seen.version);
    expect(await portalErrorOf(late)).toMatchObject(changedMeanwhile);
    expect(await admin().globalSettings()).toEqual(theirs);
    const both = await Promise.allSettled([
      admin().saveGlobalSettings({ ticketsFrom: null }, theirs.version),
      admin().saveGlobalSettings({ ticketsFrom: '2025-06-06' }, theirs.version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses request types that are not offered, unless one was deactivated later (R3)', async () => {
    const { quickTicket } = (await admin().globalSettings()).settings;
    const inactive = (await admin().requestTypes()).find(({ isActive }) => !isActive);
    const values = { priority: 1, queueId: 1, titleEditable: true };
    const before = await admin().globalSettings();
    for (const [requestTypeId, code] of [
      [4711, 'request-type-unknown'],
      [inactive?.id ?? -1, 'request-type-inactive'],
    ] as const)
      expect(await portalErrorOf(save({ quickTicket: { ...values, requestTypeId } }))).toMatchObject({
        code: 'validation',
        problems: [{ path: ['quickTicket'], code }],
      });
    expect(await admin().globalSettings()).toEqual(before);
    await expect(save({ quickTicket: null })).resolves.toMatchObject({ settings: { quickTicket: null } });
    await expect(save({ quickTicket })).resolves.toMatchObject({ settings: { quickTicket } });
  });

  it('lets a viewer look, and change nothing (S15)', async () => {
    const seen = await world().viewer.globalSettings();
    const refused = world().viewer.saveGlobalSettings({ twoFactor: 'off' }, seen.version);
    expect((await portalErrorOf(refused)).code).toBe('forbidden');
    expect((await world().viewer.globalSettings()).settings).toEqual(seen.settings);
  });

  it('tells of a change that was made', async () => {
    const heard: PortalChange[] = [];
    const stop = admin().subscribe((change) => heard.push(change));
    await save({ ticketsFrom: '2024-01-01' });
    stop();
    expect(heard).toEqual([{ kind: 'options' }]);
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/model/index.js';
import { openStore, type Store } from '../../sandbox/store/store.js';

describe('the store', () => {
  let folder = '';
  let store: Store;
  const file = () => path.join(folder, 'psa.db');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sandbox-store-'));
    store = await openStore(file(), 'demo');
  });
  afterAll(async () => {
    store.db.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives a company that nobody has touched the default settings in version 0', async () => {
    expect(await store.settings.get(181)).toEqual({
      settings: defaultSettings,
      version: 0,
      changedBy: null,
      changedAt: null,
    });
  });

  it('raises the version at each write and keeps what was not changed', async () => {
    const write = { companyId: 181, changedBy: 'admin' };
    await store.settings.save({ ...write, change: { workedTime: 'billed' }, expectedVersion: 0 });
    const result = await store.settings.save({ ...write, change: { documents: false } });
    expect(result.kind).toBe('saved');
    expect(result.current).toMatchObject({
      settings: { ...defaultSettings, workedTime: 'billed', documents: false },
      version: 2,
      changedBy: 'admin',
    });
  });

  it('refuses an older version, and answers with what is there', async () => {
    const before = await store.settings.get(174);
    const write = { companyId: 174, change: { notifications: false }, changedBy: 'admin' };
    const result = await store.settings.save({ ...write, expectedVersion: before.version - 1 });
    expect(result).toEqual({ kind: 'conflict', current: before });
  });

  it('lets one of several writes on the same version win', async () => {
    const { version } = await store.settings.get(200);
    const writes = ['admin', 'second', 'third'].map((changedBy) =>
      store.settings.save({
        companyId: 200,
        change: { workedTime: 'worked' },
        changedBy,
        expectedVersion: version,
      }),
    );
    const kinds = (await Promise.all(writes)).map(({ kind }) => kind);
    expect(kinds).toEqual(['saved', 'conflict', 'conflict']);
  });

  it('applies the rules to whoever writes', async () => {
    const save = (companyId: number, change: Parameters<Store['settings']['save']>[0]['change']) =>
      store.settings.save({ companyId, change, changedBy: 'admin' });
    expect(await save(174, { portalEnabled: false })).toMatchObject({
      kind: 'refused',
      problems: [{ key: 'portalEnabled', code: 'setting-locked' }],
    });
    expect(await save(175, { requestTypes: { mode: 'custom', ids: [] } })).toMatchObject({ kind: 'refused' });
    const forced = await save(175, { earlyAccess: true, preventLegacyPortal: true });
    expect(forced.current.settings.firstExperience).toBe('early-access');
  });

  it('knows passwords, sessions and tokens without keeping any of them', async () => {
    const { accounts } = store;
    expect(await accounts.signIn('admin', 'wrong')).toBeNull();
    expect(await accounts.signIn('nobody', 'admin')).toBeNull();
    const session = await accounts.signIn('viewer', 'viewer');
    expect(await accounts.bySession(session ?? '')).toMatchObject({
      name: 'viewer',
      mayConfigurePortal: false,
    });
    await accounts.signOut(session ?? '');
    expect(await accounts.bySession(session ?? '')).toBeNull();
    expect(await accounts.byAccessToken('sandbox-portal-token')).toMatchObject({ mayConfigurePortal: true });
    expect(await accounts.byAccessToken('')).toBeNull();
  });

  it('seeds what the documentation says', async () => {
    expect(await store.contacts.count(174)).toBe(128);
    expect((await store.companies.userCounts()).get(174)?.portalUsers).toBe(37);
    expect((await store.companies.userCounts()).get(175)).toBeUndefined();
    expect(await store.companies.portalLogin(174)).toEqual({
      url: 'https://nordlicht.itclientportal.com/',
      isFriendly: true,
      hasOwnLogos: true,
      hasIdentityProvider: true,
    });
    expect(await store.companies.get(182)).toMatchObject({ isCustomer: false, parentId: 180 });
  });

  it('refuses a database of another version', async () => {
    const other = path.join(folder, 'other.db');
    const made = await openStore(other, 'demo');
    await made.db.run('UPDATE schema_info SET version = 0');
    made.db.close();
    await expect(openStore(other, 'demo')).rejects.toThrow('SANDBOX_DB');
  });
});

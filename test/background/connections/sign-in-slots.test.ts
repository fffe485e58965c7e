import { describe, expect, it } from 'vitest';
import type { ConnectionRecord } from '../../../src/background/connections/connection-record.js';
import { createConnectionStore } from '../../../src/background/connections/connections.js';
import { sessionSecrets } from '../../../src/background/connections/secret-place.js';
import { createSignInSlots } from '../../../src/background/connections/sign-in-slots.js';
import { createArea } from '../fake-area.js';
import { vaultWithSecrets } from '../vault/vaults.js';

const id = '6f9f0a52-4a35-4c6a-9b0e-3c3a0d1f5a11';
const url = 'https://portal.example/v1';
const record: ConnectionRecord = {
  id,
  psaOrigin: 'https://ww5.autotask.net',
  autotask: null,
  portalService: { url, access: { kind: 'sign-in' } },
};
const signedIn = {
  state: 'signed-in',
  issuer: 'https://portal.example/',
  refreshToken: 'S3CRET-REFRESH',
  user: 'Ada',
  renewalBegunAt: null,
} as const;

async function signedInConnection() {
  const { vault, onDisk } = await vaultWithSecrets();
  const inMemory = new Map<string, unknown>();
  const [session, local] = [createArea(inMemory), createArea(onDisk)];
  const secrets = { session: sessionSecrets(session), vault: vault.secrets };
  const told: string[] = [];
  const connections = createConnectionStore({
    ...{ session, local, secrets, preset: null, onDamaged: () => undefined },
    isVaultLocked: async () => (await vault.state()) !== 'unlocked',
    granted: () => Promise.resolve([]),
  });
  const find = createSignInSlots({
    ...{ connections, secrets },
    onChanged: (changed) => Promise.resolve(void told.push(changed)),
  });
  await connections.save(record, { label: '', keep: 'session' });
  const slot = async () => (await find(id))?.slot;
  await (await slot())?.write(signedIn);
  return { connections, find, slot, vault, inMemory, onDisk, told };
}

describe('a sign-in', () => {
  it('is kept beside the connection’s secrets, and shown without its token', async () => {
    const { connections, slot, told } = await signedInConnection();
    expect(await (await slot())?.read()).toEqual(signedIn);
    const access = { kind: 'sign-in', state: 'signed-in', user: 'Ada' };
    expect(await connections.list()).toMatchObject([{ portalService: { access } }]);
    expect(JSON.stringify(await connections.list())).not.toContain('S3CRET');
    await (await slot())?.write({ ...signedIn, refreshToken: 'S3CRET-NEXT' });
    expect(told, 'a renewal is no news').toEqual([id]);
  });

  it('goes into the vault with its connection, and is locked there', async () => {
    const { connections, find, slot, vault, inMemory, onDisk } = await signedInConnection();
    await connections.save(record, { label: '', keep: 'vault' });
    expect(await (await slot())?.read()).toEqual(signedIn);
    expect([...inMemory]).toEqual([]);
    expect(JSON.stringify([...onDisk])).not.toContain('S3CRET-REFRESH');
    await vault.lock();
    await expect(find(id)).rejects.toMatchObject({ data: { code: 'locked' } });
  });

  it('is not taken along to another service', async () => {
    const { connections, slot } = await signedInConnection();
    const other: ConnectionRecord = {
      ...record,
      portalService: { url: 'https://other.example/', access: { kind: 'sign-in' } },
    };
    await connections.save(other, { label: '', keep: 'session' });
    expect(await (await slot())?.read()).toBeNull();
    expect(await connections.list()).toMatchObject([{ portalService: { access: { state: 'signed-out' } } }]);
  });
});

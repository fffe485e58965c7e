import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ITERATIONS } from '../../../src/background/vault/vault-file.js';
import { VaultStore } from '../../../src/background/vault/vault.js';
import { createArea } from '../fake-area.js';
import { PASSPHRASE, vaultWithSecrets, VaultUnderTest } from './vaults.js';

const NEXT = 'tr0ub4dor and three more';
const locked = { data: { code: 'locked' } };

async function secretsOf({ vault }: VaultUnderTest) {
  return [await vault.secrets.read('one'), await vault.secrets.read('two')];
}
const secrets = [{ token: 'S3CRET-ONE' }, ['S3CRET-TWO']];

describe('a vault', () => {
  it('is none until it is made, and unlocked then', async () => {
    const { vault } = new VaultUnderTest();
    expect(await vault.state()).toBe('none');
    await expect(vault.secrets.read('one')).rejects.toMatchObject(locked);
    await vault.create(PASSPHRASE);
    expect(await vault.state()).toBe('unlocked');
  });

  it('gives back what was put into it, also to the next worker', async () => {
    const under = await vaultWithSecrets();
    expect(await secretsOf(under)).toEqual(secrets);
    under.restartWorker();
    expect(await secretsOf(under)).toEqual(secrets);
    expect(await under.vault.secrets.read('three')).toBeUndefined();
  });

  it('is locked after the browser ended, and opens with the passphrase only', async () => {
    const under = await vaultWithSecrets();
    under.restartBrowser();
    expect(await under.vault.state()).toBe('locked');
    await expect(under.vault.secrets.read('one')).rejects.toMatchObject(locked);
    await expect(under.vault.secrets.write('one', 'x')).rejects.toMatchObject(locked);
    expect(await under.vault.unlock('correct horse battery stable')).toMatchObject({ result: 'wrong' });
    under.time += 1000;
    expect(await under.vault.unlock(PASSPHRASE)).toEqual({ result: 'unlocked' });
    expect(await secretsOf(under)).toEqual(secrets);
  });

  it('takes the same words however a keyboard spells them', async () => {
    const under = new VaultUnderTest();
    await under.vault.create('Schl\u00FCssel \uFB01x und fertig');
    await under.vault.lock();
    const typed = 'Schlu\u0308ssel fix und fertig';
    expect(await under.vault.unlock(typed)).toEqual({ result: 'unlocked' });
  });

  it('has nothing readable on disk, nor its key there', async () => {
    const under = await vaultWithSecrets();
    const onDisk = JSON.stringify([...under.onDisk]);
    expect(onDisk).not.toMatch(/S3CRET|token|correct horse/);
    const { key } = v.parse(v.object({ key: v.string() }), under.inMemory.get('vault-key'));
    expect(key).toHaveLength(44);
    expect(onDisk).not.toContain(key);
  });

  it('keeps nothing in memory once it is locked', async () => {
    const under = await vaultWithSecrets();
    await under.vault.lock();
    expect([...under.inMemory]).toEqual([]);
    await expect(under.vault.secrets.read('one')).rejects.toMatchObject(locked);
  });

  it('loses an entry on request, also while it is locked', async () => {
    const under = await vaultWithSecrets();
    await under.vault.lock();
    await under.vault.secrets.remove('one');
    await under.vault.unlock(PASSPHRASE);
    expect(await secretsOf(under)).toEqual([undefined, secrets[1]]);
    expect(under.damaged).toEqual([]);
  });

  it('is wiped when it is forgotten, with what else belongs to it', async () => {
    const under = await vaultWithSecrets();
    under.onDisk.set('connection:x', {}).set('other', {});
    await under.vault.unlock('wrong').catch(() => undefined);
    await under.vault.forget(['connection:x']);
    expect([...under.onDisk.keys()]).toEqual(['other']);
    expect([...under.inMemory]).toEqual([]);
    expect(await under.vault.state()).toBe('none');
  });

  it('tells when it opens and closes', async () => {
    const { vault } = new VaultUnderTest();
    const told: string[] = [];
    vault.onUnlocked(() => void told.push('unlocked'));
    vault.onLocked(() => void told.push('locked'));
    await vault.create(PASSPHRASE);
    await vault.lock();
    await vault.unlock('not the passphrase');
    expect(told).toEqual(['unlocked', 'locked']);
  });

  it('loses no entry when many are written at once', async () => {
    const { vault } = await vaultWithSecrets();
    const names = Array.from({ length: 20 }, (_, index) => `name ${String(index)}`);
    await Promise.all(names.map((name) => vault.secrets.write(name, name)));
    expect(await Promise.all(names.map((name) => vault.secrets.read(name)))).toEqual(names);
  });

  it('made twice with one passphrase is the same one; with another it is refused', async () => {
    const under = await vaultWithSecrets();
    await under.vault.create(PASSPHRASE);
    expect(await secretsOf(under)).toEqual(secrets);
    await expect(under.vault.create(NEXT)).rejects.toMatchObject({ data: { code: 'unknown' } });
    expect(await secretsOf(under)).toEqual(secrets);
  });

  it('says when the disk is full, and keeps what it had', async () => {
    const under = await vaultWithSecrets();
    under.isDiskFull = true;
    const outcome = await under.vault.secrets.write('one', 'x').catch((thrown: unknown) => thrown);
    under.isDiskFull = false;
    expect(outcome).toMatchObject({ data: { code: 'storage-full' } });
    expect(await secretsOf(under)).toEqual(secrets);
  });
});

describe('the real number of iterations', () => {
  it('is used, stored beside the vault, and not below what OWASP asks for', async () => {
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    const onDisk = new Map<string, unknown>();
    const area = createArea(onDisk);
    const vault = new VaultStore({ local: area, session: createArea(new Map()), onDamaged: () => undefined });
    await vault.create(PASSPHRASE);
    expect(onDisk.get('vault')).toMatchObject({
      version: 1,
      kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS },
    });
  });
});

describe('another passphrase', () => {
  it('opens the vault from then on, and the old one does not', async () => {
    const under = await vaultWithSecrets();
    const before = under.onDisk.get('vault');
    expect(await under.vault.changePassphrase(PASSPHRASE, NEXT)).toEqual({ result: 'unlocked' });
    expect(await secretsOf(under)).toEqual(secrets);
    await under.vault.lock();
    expect(await under.vault.unlock(PASSPHRASE)).toMatchObject({ result: 'wrong' });
    under.time += 1000;
    expect(await under.vault.unlock(NEXT)).toEqual({ result: 'unlocked' });
    expect(await secretsOf(under)).toEqual(secrets);
    const [old, now] = [before, under.onDisk.get('vault')].map((file) =>
      JSON.stringify(file).match(/[\w+/=]{20,}/g),
    );
    expect(now?.filter((text) => old?.includes(text))).toEqual([]);
  });

  it('needs the present one', async () => {
    const under = await vaultWithSecrets();
    expect(await under.vault.changePassphrase('something else', NEXT)).toMatchObject({ result: 'wrong' });
    under.time += 1000;
    await under.vault.lock();
    expect(await under.vault.unlock(PASSPHRASE)).toEqual({ result: 'unlocked' });
  });

  it('asked for twice, as when the worker ended before it answered, is taken once', async () => {
    const under = await vaultWithSecrets();
    await under.vault.changePassphrase(PASSPHRASE, NEXT);
    under.restartWorker();
    expect(await under.vault.changePassphrase(PASSPHRASE, NEXT)).toEqual({ result: 'unlocked' });
    expect(await secretsOf(under)).toEqual(secrets);
  });

  it.each(['in the same browser', 'in a new browser'])(
    'leaves a whole vault when the worker ends at any of its writes, %s',
    async (where) => {
      for (let writes = 0; ; writes += 1) {
        const under = await vaultWithSecrets();
        under.writesLeft = writes;
        const ended = await under.vault.changePassphrase(PASSPHRASE, NEXT).then(
          () => false,
          () => true,
        );
        if (where === 'in a new browser') under.restartBrowser();
        else under.restartWorker();
        under.time += 5 * 60_000;
        const opened = await openWithEither(under);
        expect(opened, `after ${String(writes)} writes`).toBe(1);
        expect(await secretsOf(under)).toEqual(secrets);
        expect(under.damaged).toEqual([]);
        if (!ended) break;
      }
    },
  );
});

/** How many of the two passphrases open it; the last that does stays. */
async function openWithEither(under: VaultUnderTest): Promise<number> {
  let opened = 0;
  for (const passphrase of [PASSPHRASE, NEXT]) {
    under.time += 5 * 60_000;
    if ((await under.vault.unlock(passphrase)).result === 'unlocked') opened += 1;
  }
  return opened;
}

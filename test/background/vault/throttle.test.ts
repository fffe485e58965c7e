import { describe, expect, it } from 'vitest';
import { PASSPHRASE, vaultWithSecrets, type VaultUnderTest } from './vaults.js';

/** ms that one has to wait after this wrong try. */
async function pauseAfterWrongTry(under: VaultUnderTest): Promise<number> {
  const result = await under.vault.unlock('wrong');
  if (result.result !== 'wrong') throw new Error(result.result);
  return Date.parse(result.nextTryAt) - under.time;
}

async function locked(): Promise<VaultUnderTest> {
  const under = await vaultWithSecrets();
  under.restartBrowser();
  return under;
}

describe('wrong passphrases', () => {
  it('get slower each time, up to five minutes', async () => {
    const under = await locked();
    const pauses: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      pauses.push(await pauseAfterWrongTry(under));
      under.time += pauses.at(-1) ?? 0;
    }
    expect(pauses.map((ms) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('keep even the right one waiting, untried', async () => {
    const under = await locked();
    const pause = await pauseAfterWrongTry(under);
    under.time += pause - 1;
    const nextTryAt = new Date(under.time + 1).toISOString();
    expect(await under.vault.unlock(PASSPHRASE)).toEqual({ result: 'too-early', nextTryAt });
    expect(await under.vault.changePassphrase(PASSPHRASE, PASSPHRASE)).toMatchObject({ result: 'too-early' });
    under.time += 1;
    expect(await under.vault.unlock(PASSPHRASE)).toEqual({ result: 'unlocked' });
  });

  it('are remembered by the next worker and the next browser', async () => {
    const under = await locked();
    expect(await pauseAfterWrongTry(under)).toBe(1000);
    under.restartBrowser();
    expect(await under.vault.unlock('wrong')).toMatchObject({ result: 'too-early' });
    under.time += 1000;
    expect(await pauseAfterWrongTry(under)).toBe(2000);
  });

  it('count even when the worker is ended while it looks', async () => {
    const under = await locked();
    under.writesLeft = 1;
    const unlocked = await under.vault.unlock(PASSPHRASE).catch(() => undefined);
    expect(unlocked).toBeUndefined();
    under.restartBrowser();
    expect(await under.vault.unlock('wrong')).toMatchObject({ result: 'too-early' });
  });

  it('are forgiven by a right one only', async () => {
    const under = await locked();
    under.time += await pauseAfterWrongTry(under);
    under.time += await pauseAfterWrongTry(under);
    await under.vault.unlock(PASSPHRASE);
    expect(await pauseAfterWrongTry(under)).toBe(1000);
  });

  it('cannot be tried side by side', async () => {
    const under = await locked();
    const both = await Promise.all([under.vault.unlock('wrong'), under.vault.unlock(PASSPHRASE)]);
    expect(both.map(({ result }) => result)).toEqual(['wrong', 'too-early']);
  });

  it('lock nobody out for longer where the clock was set back', async () => {
    const under = await locked();
    await pauseAfterWrongTry(under);
    under.time -= 24 * 60 * 60_000;
    expect((await under.vault.nextTryAt()) ?? 0).toBeLessThanOrEqual(under.time + 5 * 60_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASSPHRASE, vaultWithSecrets, type VaultUnderTest } from './vaults.js';

const runs = { numRuns: 400 };

/** Everything that the vault tells under this passphrase; a refusal is undefined. */
async function everythingOf(under: VaultUnderTest): Promise<unknown> {
  under.restartBrowser();
  try {
    if ((await under.vault.unlock(PASSPHRASE)).result !== 'unlocked') return undefined;
    return [await under.vault.secrets.read('one'), await under.vault.secrets.read('two')];
  } catch {
    return undefined;
  }
}

/** The paths to every text and number of the stored vault, names of entries included. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The same with one character of one leaf another one. */
function changed(value: unknown, [key, ...rest]: string[], at: number, by: number): unknown {
  if (key === undefined) {
    if (typeof value === 'number') return value + by;
    const text = String(value);
    const index = at % text.length;
    const code = text.charCodeAt(index);
    return text.slice(0, index) + String.fromCharCode(code ^ ((by % 127) + 1)) + text.slice(index + 1);
  }
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, name === key ? changed(inner, rest, at, by) : inner]),
  );
}

describe('a vault on disk', () => {
  it('tells nothing wrong, whatever single character of it is another one', async () => {
    const whole = await vaultWithSecrets();
    const file: unknown = structuredClone(whole.onDisk.get('vault'));
    const paths = leavesOf(file);
    const known = [{ token: 'S3CRET-ONE' }, ['S3CRET-TWO']];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 500 }),
        async (path, at, by) => {
          whole.onDisk.clear();
          whole.onDisk.set('vault', changed(file, path, at, by));
          const told = await everythingOf(whole);
          // What was changed is refused: all of it where the head was, else the one entry. The rest stays what it was.
          if (path[0] !== 'entries') expect(told).toBeUndefined();
          else
            expect(told).toEqual(
              known.map((value, index) => (path[1] === ['one', 'two'][index] ? undefined : value)),
            );
        },
      ),
      runs,
    );
  }, 60_000);

  it('does not take one entry for another', async () => {
    const under = await vaultWithSecrets();
    const file = under.onDisk.get('vault') as { entries: { one: unknown; two: unknown } };
    under.onDisk.set('vault', { ...file, entries: { one: file.entries.two, two: file.entries.one } });
    expect(await everythingOf(under)).toEqual([undefined, undefined]);
  });

  it('does not take an entry of an older vault', async () => {
    const under = await vaultWithSecrets();
    const old = under.onDisk.get('vault') as { entries: object };
    await under.vault.changePassphrase(PASSPHRASE, PASSPHRASE);
    under.onDisk.set('vault', { ...(under.onDisk.get('vault') as object), entries: old.entries });
    expect(await everythingOf(under)).toEqual([undefined, undefined]);
  });

  it('never opens with a passphrase that is not its own', async () => {
    const under = await vaultWithSecrets();
    under.restartBrowser();
    const almost = fc
      .nat(PASSPHRASE.length - 1)
      .map((at) => PASSPHRASE.slice(0, at) + PASSPHRASE.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), almost), async (passphrase) => {
        fc.pre(passphrase.normalize('NFKC') !== PASSPHRASE);
        under.time += 5 * 60_000;
        expect(await under.vault.unlock(passphrase)).toMatchObject({ result: 'wrong' });
        expect(await under.vault.state()).toBe('locked');
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('gives back any value that JSON can carry, under any connection’s id', async () => {
    const under = await vaultWithSecrets();
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.jsonValue(), async (name, value) => {
        await under.vault.secrets.write(name, value);
        expect(JSON.stringify(await under.vault.secrets.read(name))).toBe(JSON.stringify(value));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

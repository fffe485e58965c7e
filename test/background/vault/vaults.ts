import { VaultStore } from '../../../src/background/vault/vault.js';
import { tellWhenFull, type LocalArea } from '../../../src/background/local-area.js';
import { createArea } from '../fake-area.js';

export const PASSPHRASE = 'correct horse battery staple';

/** A browser's storage with our vault in it, whose worker can be ended and started again as often as one likes. */
export class VaultUnderTest {
  readonly onDisk = new Map<string, unknown>();
  readonly inMemory = new Map<string, unknown>();
  readonly damaged: string[] = [];
  /** ms since 1970. */
  time = Date.parse('2026-11-24T18:00:00Z');
  /** Ends the worker at its n-th write from now on: that write and all after it never happen. */
  writesLeft = Number.POSITIVE_INFINITY;
  isDiskFull = false;
  vault = this.#start();

  restartWorker(): void {
    this.writesLeft = Number.POSITIVE_INFINITY;
    this.vault = this.#start();
  }

  /** The browser ended, too. */
  restartBrowser(): void {
    this.inMemory.clear();
    this.restartWorker();
  }

  #start(): VaultStore {
    return new VaultStore({
      local: tellWhenFull(this.#limited(this.#mortal(this.onDisk))),
      session: this.#mortal(this.inMemory),
      onDamaged: (name) => this.damaged.push(name),
      now: () => this.time,
      // Too few for a real vault; the numbers of the real one are tested by themselves.
      iterations: 10,
    });
  }

  /** As Chromium tells it. */
  #limited(area: LocalArea): LocalArea {
    const set: LocalArea['set'] = (items) =>
      this.isDiskFull ? Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')) : area.set(items);
    return { ...area, set };
  }

  #mortal(stored: Map<string, unknown>) {
    const area = createArea(stored);
    const unlessEnded = async (write: () => Promise<void>): Promise<void> => {
      this.writesLeft -= 1;
      if (this.writesLeft < 0) throw new Error('the worker has ended');
      await write();
    };
    return {
      get: area.get,
      set: (items: Record<string, unknown>) => unlessEnded(() => area.set(items)),
      remove: (keys: string | string[]) => unlessEnded(() => area.remove(keys)),
    };
  }
}

/** A vault with two secrets in it, unlocked. */
export async function vaultWithSecrets(): Promise<VaultUnderTest> {
  const under = new VaultUnderTest();
  await under.vault.create(PASSPHRASE);
  await under.vault.secrets.write('one', { token: 'S3CRET-ONE' });
  await under.vault.secrets.write('two', ['S3CRET-TWO']);
  return under;
}

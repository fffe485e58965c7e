import { describe, expect, it } from 'vitest';
import { createAutoLock } from '../../../src/background/vault/auto-lock.js';
import type { VaultOptions } from '../../../src/channel/index.js';
import { createArea } from '../fake-area.js';

function autoLock(options?: VaultOptions) {
  const local = createArea(new Map(options === undefined ? [] : [['vault-options', options]]));
  const asked: { interval?: number; locked: number; idleFor: number } = { locked: 0, idleFor: 0 };
  const lock = createAutoLock({
    local,
    idle: {
      setDetectionInterval: (seconds) => {
        asked.interval = seconds;
      },
      queryState: (seconds) => Promise.resolve(asked.idleFor >= seconds ? 'idle' : 'active'),
    },
    lock: () => {
      asked.locked += 1;
      return Promise.resolve();
    },
  });
  return { lock, asked };
}

describe('the vault', () => {
  it('locks after fifteen minutes, and with the screen, unless told otherwise', async () => {
    const { lock, asked } = autoLock();
    await lock.start();
    expect(asked.interval).toBe(15 * 60);
    await lock.stateChanged('locked');
    expect(asked.locked).toBe(1);
    asked.idleFor = 15 * 60;
    await lock.stateChanged('idle');
    expect(asked.locked).toBe(2);
  });

  it('stays open while somebody is there', async () => {
    const { lock, asked } = autoLock();
    await lock.stateChanged('active');
    expect(asked.locked).toBe(0);
  });

  it('does not mistake the browser’s own minute for the chosen time', async () => {
    const { lock, asked } = autoLock({ afterIdleMinutes: 60, onScreenLock: true });
    asked.idleFor = 60;
    await lock.stateChanged('idle');
    expect(asked.locked).toBe(0);
  });

  it('does what was chosen', async () => {
    const { lock, asked } = autoLock();
    await lock.setOptions({ afterIdleMinutes: null, onScreenLock: false });
    asked.idleFor = 24 * 60 * 60;
    await lock.stateChanged('idle');
    await lock.stateChanged('locked');
    expect(asked.locked).toBe(0);
    await lock.setOptions({ afterIdleMinutes: 5, onScreenLock: false });
    expect(asked.interval).toBe(5 * 60);
    // Whose screen is locked is idle all the same.
    await lock.stateChanged('locked');
    expect(asked.locked).toBe(1);
  });

  it('has its usual times where the stored ones are damaged', async () => {
    const local = createArea(new Map([['vault-options', { afterIdleMinutes: 1e9 }]]));
    const lock = createAutoLock({
      local,
      idle: { setDetectionInterval: () => undefined, queryState: () => Promise.resolve('active') },
      lock: () => Promise.resolve(),
    });
    expect(await lock.options()).toEqual({ afterIdleMinutes: 15, onScreenLock: true });
  });
});

import * as v from 'valibot';
import type { Idle } from 'webextension-polyfill';
import { VaultOptionsSchema, type VaultOptions } from '../../channel/index.js';
import type { LocalArea } from '../local-area.js';

const KEY = 'vault-options';
const DEFAULTS: VaultOptions = { afterIdleMinutes: 15, onScreenLock: true };

/** s. The browser tells no earlier than this, and wants a number even where nobody asks for one. */
const ANY_INTERVAL = 60;

export interface AutoLockOptions {
  readonly idle: Pick<Idle.Static, 'setDetectionInterval' | 'queryState'>;
  readonly local: LocalArea;
  readonly lock: () => Promise<void>;
}

/** Locks the vault when nobody is there. The browser watches, also while no worker runs, and starts one to tell it. */
export function createAutoLock({ idle, local, lock }: AutoLockOptions) {
  async function options(): Promise<VaultOptions> {
    const parsed = v.safeParse(VaultOptionsSchema, (await local.get(KEY))[KEY]);
    return parsed.success ? parsed.output : DEFAULTS;
  }

  function watch({ afterIdleMinutes }: VaultOptions): void {
    idle.setDetectionInterval(secondsOf(afterIdleMinutes));
  }

  return {
    options,
    key: KEY,
    /** At each start of the worker: the browser forgets the interval when it ends. */
    async start(): Promise<void> {
      watch(await options());
    },
    async setOptions(next: VaultOptions): Promise<void> {
      await local.set({ [KEY]: next });
      watch(next);
    },
    /** For `idle.onStateChanged`. */
    async stateChanged(state: Idle.IdleState): Promise<void> {
      const { afterIdleMinutes, onScreenLock } = await options();
      if (state === 'locked' && onScreenLock) return lock();
      if (state === 'active' || afterIdleMinutes === null) return;
      // What woke this worker may still have been the browser's own interval, which is shorter.
      if ((await idle.queryState(secondsOf(afterIdleMinutes))) !== 'active') await lock();
    },
  };
}
export type AutoLock = ReturnType<typeof createAutoLock>;

function secondsOf(minutes: number | null): number {
  return minutes === null ? ANY_INTERVAL : minutes * 60;
}

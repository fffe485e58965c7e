import type { Handlers, VaultState } from '../../channel/index.js';
import type { AutoLock } from './auto-lock.js';
import type { VaultStore } from './vault.js';

export interface VaultServices {
  readonly vault: VaultStore;
  readonly autoLock: AutoLock;
  /** Forgets the vault with every connection in it. */
  readonly forget: () => Promise<void>;
}

/** What the worker does for the messages about the vault. */
export function vaultHandlers({
  vault,
  autoLock,
  forget,
}: VaultServices): Pick<
  Handlers,
  | 'vault-state'
  | 'create-vault'
  | 'unlock-vault'
  | 'lock-vault'
  | 'change-passphrase'
  | 'set-vault-options'
  | 'forget-vault'
> {
  async function state(): Promise<VaultState> {
    const now = await vault.state();
    if (now === 'none') return { state: 'none' };
    const options = await autoLock.options();
    if (now === 'unlocked') return { state: 'unlocked', options };
    const nextTryAt = await vault.nextTryAt();
    return {
      state: 'locked',
      options,
      nextTryAt: nextTryAt === undefined ? null : new Date(nextTryAt).toISOString(),
    };
  }

  const andState = async (done: Promise<void>): Promise<VaultState> => {
    await done;
    return state();
  };
  return {
    'vault-state': state,
    'create-vault': ({ passphrase }) => andState(vault.create(passphrase)),
    'unlock-vault': ({ passphrase }) => vault.unlock(passphrase),
    'lock-vault': () => andState(vault.lock()),
    'change-passphrase': ({ current, next }) => vault.changePassphrase(current, next),
    'set-vault-options': (options) => andState(autoLock.setOptions(options)),
    'forget-vault': () => andState(forget()),
  };
}

import { createAsk } from './ask.js';
import type { LivenessOptions } from './liveness.js';
import type { Transport } from './transport.js';
import type { UnlockResult, VaultOptions, VaultState } from './vault.js';

/** The vault of the worker, for the extension's own pages. Every method rejects with a `PortalError`. */
export interface Vault {
  state(): Promise<VaultState>;
  /** The new vault is unlocked. */
  create(passphrase: string): Promise<VaultState>;
  unlock(passphrase: string): Promise<UnlockResult>;
  lock(): Promise<VaultState>;
  /** `unlocked` = changed: everything is encrypted anew under the next passphrase. */
  changePassphrase(current: string, next: string): Promise<UnlockResult>;
  setOptions(options: VaultOptions): Promise<VaultState>;
  /** Wipes the vault and every connection that is kept in it. */
  forget(): Promise<VaultState>;
}

export function createVaultClient(transport: Transport, options: LivenessOptions = {}): Vault {
  const ask = createAsk(transport, options);
  return {
    state: () => ask('vault-state', {}),
    create: (passphrase) => ask('create-vault', { passphrase }),
    unlock: (passphrase) => ask('unlock-vault', { passphrase }),
    lock: () => ask('lock-vault', {}),
    changePassphrase: (current, next) => ask('change-passphrase', { current, next }),
    setOptions: (next) => ask('set-vault-options', next),
    forget: () => ask('forget-vault', {}),
  };
}

import * as v from 'valibot';
import type { UnlockResult } from '../../channel/index.js';
import { PortalError } from '../../contract/index.js';
import type { SecretPlace } from '../connections/secret-place.js';
import type { LocalArea } from '../local-area.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { SessionArea } from '../session-area.js';
import { fromBase64, toBase64 } from './sealed.js';
import { createThrottle, type Try } from './throttle.js';
import {
  ITERATIONS,
  newVaultFile,
  sealEntry,
  unsealEntry,
  unwrapDataKey,
  VaultFileSchema,
  type DataKey,
  type VaultFile,
} from './vault-file.js';

const FILE = 'vault';
const KEY = 'vault-key';

/** The data key of an unlocked vault, in memory for the next worker. */
const KeySchema = v.strictObject({ id: v.string(), key: v.string() });

export interface VaultStoreOptions {
  readonly local: LocalArea;
  readonly session: SessionArea;
  /** Told the name of an entry that does not open any more; it is left out then. */
  readonly onDamaged: (name: string) => void;
  /** ms since 1970; for tests. */
  readonly now?: () => number;
  /** For tests, which cannot wait for the real ones a thousand times. */
  readonly iterations?: number | undefined;
}
type Listener = () => void | Promise<void>;

/** Secrets on disk, readable only with the passphrase (docs/decisions.md, "The vault"). */
export class VaultStore {
  readonly #throttle: ReturnType<typeof createThrottle>;
  readonly #inTurn = oneAtATime();
  readonly #unlocked: Listener[] = [];
  readonly #locked: Listener[] = [];

  constructor(private readonly options: VaultStoreOptions) {
    this.#throttle = createThrottle(options.local, options.now ?? Date.now);
  }

  /** Calls back after the vault was unlocked, or created. */
  onUnlocked(listener: Listener): void {
    this.#unlocked.push(listener);
  }

  /** Calls back after the vault was locked, or forgotten. */
  onLocked(listener: Listener): void {
    this.#locked.push(listener);
  }

  async state(): Promise<'none' | 'locked' | 'unlocked'> {
    if ((await this.#stored()) === undefined) return 'none';
    return (await this.#open()) === undefined ? 'locked' : 'unlocked';
  }

  /** When the next passphrase is looked at, in ms since 1970; undefined = now. */
  nextTryAt(): Promise<number | undefined> {
    return this.#throttle.nextTryAt();
  }

  /** Makes an empty vault and leaves it unlocked. Where there is one, the passphrase must be its own: asked twice. */
  async create(passphrase: string): Promise<void> {
    const isNew = await this.#inTurn(async () => {
      if ((await this.#stored()) !== undefined) return false;
      const { file, dataKey } = await newVaultFile(passphrase, this.#iterations);
      await this.options.local.set({ [FILE]: file });
      await this.#remember(file, dataKey);
      return true;
    });
    if (isNew) return tell(this.#unlocked);
    if ((await this.unlock(passphrase)).result !== 'unlocked')
      throw new PortalError({
        code: 'unknown',
        detail: 'There is a vault already, with another passphrase.',
      });
  }

  async unlock(passphrase: string): Promise<UnlockResult> {
    const tried = await this.#inTurn(async () => {
      const file = await this.#file();
      const tried = await this.#throttle.attempt(() => unwrapDataKey(file, passphrase));
      if (tried.result === 'right') await this.#remember(file, tried.value);
      return tried;
    });
    if (tried.result === 'right') await tell(this.#unlocked);
    return resultOf(tried);
  }

  async lock(): Promise<void> {
    await this.#inTurn(() => this.options.session.remove(KEY));
    await tell(this.#locked);
  }

  /**
   * Encrypts everything anew: under a new data key, that under the next passphrase with today's parameters. The new vault
   * takes the place of the old one in a single write; a worker that dies before leaves the old one, after it the new one.
   */
  async changePassphrase(current: string, next: string): Promise<UnlockResult> {
    const tried = await this.#inTurn(async () => {
      const file = await this.#file();
      // A message that arrives twice finds its own work done.
      const unwrap = async () => (await unwrapDataKey(file, current)) ?? (await unwrapDataKey(file, next));
      const tried = await this.#throttle.attempt(unwrap);
      if (tried.result === 'right') await this.#replace(file, tried.value, next);
      return tried;
    });
    if (tried.result === 'right') await tell(this.#unlocked);
    return resultOf(tried);
  }

  /** Wipes the vault, with `alsoKeys` of the same area in the same step. */
  async forget(alsoKeys: readonly string[]): Promise<void> {
    await this.#inTurn(async () => {
      await this.options.session.remove(KEY);
      await this.options.local.remove([FILE, this.#throttle.key, ...alsoKeys]);
    });
    await tell(this.#locked);
  }

  readonly secrets: SecretPlace = {
    read: async (name) => {
      const { file, dataKey } = await this.#unlockedFile();
      const value = await unsealEntry(file, dataKey, name);
      if (value === undefined && name in file.entries) this.options.onDamaged(name);
      return value;
    },
    write: (name, value) =>
      this.#inTurn(async () => {
        const { file, dataKey } = await this.#unlockedFile();
        const sealed = await sealEntry(file, dataKey, name, value);
        await this.options.local.set({ [FILE]: { ...file, entries: { ...file.entries, [name]: sealed } } });
      }),
    remove: (name) =>
      this.#inTurn(async () => {
        const file = await this.#stored();
        if (file === undefined || file === 'damaged' || !(name in file.entries)) return;
        const entries = Object.fromEntries(Object.entries(file.entries).filter(([key]) => key !== name));
        await this.options.local.set({ [FILE]: { ...file, entries } });
      }),
  };

  get #iterations(): number {
    return this.options.iterations ?? ITERATIONS;
  }

  async #replace(file: VaultFile, dataKey: DataKey, passphrase: string): Promise<void> {
    const fresh = await newVaultFile(passphrase, this.#iterations);
    for (const name of Object.keys(file.entries)) {
      const value = await unsealEntry(file, dataKey, name);
      if (value === undefined) this.options.onDamaged(name);
      else fresh.file.entries[name] = await sealEntry(fresh.file, fresh.dataKey, name, value);
    }
    await this.options.local.set({ [FILE]: fresh.file });
    await this.#remember(fresh.file, fresh.dataKey);
  }

  async #stored(): Promise<VaultFile | 'damaged' | undefined> {
    const value = (await this.options.local.get(FILE))[FILE];
    if (value === undefined) return undefined;
    const parsed = v.safeParse(VaultFileSchema, value);
    return parsed.success ? parsed.output : 'damaged';
  }

  async #file(): Promise<VaultFile> {
    const file = await this.#stored();
    if (file === undefined) throw new PortalError({ code: 'not-found', detail: 'There is no vault.' });
    if (file === 'damaged')
      throw new PortalError({
        code: 'unknown',
        detail: 'The vault is damaged. Forget it and make a new one.',
      });
    return file;
  }

  /** The file with the key that opens it; undefined while it is locked. */
  async #open(): Promise<{ file: VaultFile; dataKey: DataKey } | undefined> {
    const [file, session] = await Promise.all([this.#stored(), this.options.session.get(KEY)]);
    const kept = v.safeParse(KeySchema, session[KEY]);
    if (file === undefined || file === 'damaged' || !kept.success || kept.output.id !== file.id)
      return undefined;
    const dataKey = fromBase64(kept.output.key);
    return dataKey && { file, dataKey };
  }

  async #unlockedFile(): Promise<{ file: VaultFile; dataKey: DataKey }> {
    const open = await this.#open();
    if (open === undefined) throw new PortalError({ code: 'locked' });
    return open;
  }

  #remember({ id }: VaultFile, dataKey: DataKey): Promise<void> {
    return this.options.session.set({ [KEY]: { id, key: toBase64(dataKey) } });
  }
}

async function tell(listeners: readonly Listener[]): Promise<void> {
  for (const listener of listeners) await listener();
}

function resultOf(tried: Try<unknown>): UnlockResult {
  if (tried.result === 'right') return { result: 'unlocked' };
  return { result: tried.result, nextTryAt: new Date(tried.nextTryAt).toISOString() };
}

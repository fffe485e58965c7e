import type {
  BackendTest,
  ConnectionDraft,
  Connections,
  ConnectionSummary,
  TestResult,
  UnlockResult,
  Vault,
  VaultOptions,
  VaultState,
} from '../../../src/channel/index.js';
import { PortalError } from '../../../src/contract/index.js';

type Access = NonNullable<ConnectionSummary['portalService']>['access'];

/** Wrong passphrases are answered with a wait of so long, in ms. */
const WAIT = 2000;

/**
 * The worker's connections and vault as a page meets them, in memory: what is saved is listed, what is locked is locked,
 * and the passphrase counts. `failure` makes everything fail until it is taken away.
 */
export class WorkerInMemory {
  readonly saved: ConnectionDraft[] = [];
  failure: PortalError | undefined;
  /** What the next save is answered with once it is done. */
  lostAnswer: PortalError | undefined;
  testResult: TestResult = { tested: false, problem: 'other-zone' };
  /** What `sign-out` says: whether the service could be told. */
  revokes = true;
  #passphrase: string | undefined;
  #isLocked = false;
  #nextTryAt = 0;
  #options: VaultOptions = { afterIdleMinutes: 15, onScreenLock: true };
  readonly #listeners = new Set<() => void>();

  constructor(private all: ConnectionSummary[] = []) {}

  /** A vault with this passphrase is there already. */
  withVault(passphrase: string, state: 'locked' | 'unlocked'): this {
    this.#passphrase = passphrase;
    this.#isLocked = state === 'locked';
    return this;
  }

  /** As the idle lock does it, while pages are open. */
  lockByItself(): void {
    this.#isLocked = true;
    this.#tellAll();
  }

  readonly connections: Connections = {
    list: () => this.#answer(() => this.all.map((one) => this.#shown(one))),
    save: (draft) =>
      this.#answer(() => {
        const isUsable = this.#passphrase !== undefined && !this.#isLocked;
        if (draft.keep === 'vault' && !isUsable) return { saved: false, problem: 'vault-locked' };
        this.saved.push(draft);
        const connection = this.#summaryOf(draft);
        this.all = [...this.all.filter(({ id }) => id !== connection.id), connection];
        const lost = this.lostAnswer;
        this.lostAnswer = undefined;
        if (lost !== undefined) throw lost;
        return { saved: true, connection };
      }),
    test: () => this.#answer(() => this.testResult),
    activate: (id) =>
      this.#answer(() => {
        const { psaOrigin } = this.#find(id);
        this.all = this.all.map((one) =>
          one.psaOrigin === psaOrigin ? { ...one, isActive: one.id === id } : one,
        );
      }),
    forget: (id) =>
      this.#answer(() => {
        this.all = this.all.filter((one) => one.id !== id);
      }),
    beginSignIn: (id, redirectUri) =>
      this.#answer(
        () => `https://portal.example/authorize?state=${id}&redirect_uri=${encodeURIComponent(redirectUri)}`,
      ),
    finishSignIn: (id, redirectUrl) =>
      this.#answer(() => {
        const refusal = new URL(redirectUrl).searchParams.get('error');
        if (refusal !== null) return { result: 'refused', detail: refusal };
        this.setAccess(id, { kind: 'sign-in', state: 'signed-in', user: 'mara@provider.example' });
        return { result: 'signed-in', user: 'mara@provider.example' };
      }),
    signOut: (id) =>
      this.#answer(() => {
        this.setAccess(id, { kind: 'sign-in', state: 'signed-out', user: null });
        return this.revokes;
      }),
    subscribe: (listener) => {
      const call = () => listener({ kind: 'connection' });
      this.#listeners.add(call);
      return () => this.#listeners.delete(call);
    },
  };

  readonly vault: Vault = {
    state: () => this.#answer(() => this.#state()),
    create: (passphrase) =>
      this.#answer(() => {
        this.#passphrase = passphrase;
        return this.#state();
      }),
    unlock: (passphrase) =>
      this.#answer(() => {
        const result = this.#try(passphrase);
        if (result.result === 'unlocked') this.#isLocked = false;
        return result;
      }),
    lock: () =>
      this.#answer(() => {
        this.#isLocked = true;
        return this.#state();
      }),
    changePassphrase: (current, next) =>
      this.#answer(() => {
        const result = this.#try(current);
        if (result.result === 'unlocked') this.#passphrase = next;
        return result;
      }),
    setOptions: (options) =>
      this.#answer(() => {
        this.#options = options;
        return this.#state();
      }),
    forget: () =>
      this.#answer(() => {
        this.#passphrase = undefined;
        this.#isLocked = false;
        this.all = this.all.filter(({ keep }) => keep !== 'vault');
        return this.#state();
      }),
  };

  setAccess(id: string, access: Access): void {
    this.all = this.all.map((one) =>
      one.id === id && one.portalService !== null
        ? { ...one, portalService: { ...one.portalService, access } }
        : one,
    );
  }

  async #answer<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.failure !== undefined) throw this.failure;
    return work();
  }

  #tellAll(): void {
    for (const listener of this.#listeners) listener();
  }

  #find(id: string): ConnectionSummary {
    const found = this.all.find((one) => one.id === id);
    if (found === undefined) throw new PortalError({ code: 'not-found' });
    return found;
  }

  #shown(one: ConnectionSummary): ConnectionSummary {
    return { ...one, isLocked: one.keep === 'vault' && this.#isLocked };
  }

  #state(): VaultState {
    if (this.#passphrase === undefined) return { state: 'none' };
    const options = this.#options;
    if (!this.#isLocked) return { state: 'unlocked', options };
    const isWaiting = this.#nextTryAt > Date.now();
    return { state: 'locked', options, nextTryAt: isWaiting ? this.#nextTry() : null };
  }

  #nextTry(): string {
    return new Date(this.#nextTryAt).toISOString();
  }

  #try(passphrase: string): UnlockResult {
    if (this.#nextTryAt > Date.now()) return { result: 'too-early', nextTryAt: this.#nextTry() };
    if (passphrase === this.#passphrase) return { result: 'unlocked' };
    this.#nextTryAt = Date.now() + WAIT;
    return { result: 'wrong', nextTryAt: this.#nextTry() };
  }

  #summaryOf({ id, psaOrigin, label, keep, autotask, portalService }: ConnectionDraft): ConnectionSummary {
    const access = portalService?.access;
    return {
      id,
      psaOrigin,
      label,
      isActive: !this.all.some((one) => one.psaOrigin === psaOrigin && one.id !== id),
      source: 'stored',
      keep,
      isLocked: false,
      hasPermission: true,
      autotask: autotask && { user: autotask.user, baseUrl: autotask.baseUrl },
      portalService:
        portalService && access
          ? {
              url: portalService.url,
              access:
                access.kind === 'token'
                  ? { kind: 'token' }
                  : { kind: 'sign-in', state: 'signed-out', user: null },
            }
          : null,
    };
  }
}

/** A connection by Autotask's API, with what a test wants otherwise. */
export function connection(changes: Partial<ConnectionSummary> = {}): ConnectionSummary {
  return {
    id: crypto.randomUUID(),
    psaOrigin: 'https://ww5.autotask.net',
    label: '',
    isActive: true,
    source: 'stored',
    keep: 'session',
    isLocked: false,
    hasPermission: true,
    autotask: { user: 'api@provider.example', baseUrl: null },
    portalService: null,
    ...changes,
  };
}

/** A portal service that is signed in to, in this state. */
export function service(
  state: 'signed-out' | 'signed-in' | 'ended',
): NonNullable<ConnectionSummary['portalService']> {
  const user = state === 'signed-in' ? 'mara@provider.example' : null;
  return { url: 'https://portal.example/v1', access: { kind: 'sign-in', state, user } };
}

/** What a test of a backend found, where it answered. */
export type AnsweringTest = Extract<BackendTest, { ok: true }>;

import {
  PortalError,
  type CallOptions,
  type CompanyPage,
  type ContactPage,
  type PortalAdmin,
  type PortalChange,
  type PortalMethod,
} from '../../contract/index.js';
import { Listeners } from '../listeners.js';
import { Answers } from './answers.js';
import { SharedReads } from './shared-reads.js';

type Read<T> = (options: CallOptions) => Promise<T>;

/** ms. Younger answers are given as they are; until `STALE_MS` they are given and asked for anew behind the scenes. */
const FRESH_MS = 5_000;
const STALE_MS = 5 * 60_000;

/** A list that is kept: what to tell when it turns out to be another by now, and how much room it takes. */
interface Kept<T> {
  readonly change: PortalChange;
  readonly rows?: (value: T) => number;
}

/**
 * Another `PortalAdmin` with fewer calls: the same asked twice at once is asked once, and lists are shown from memory while
 * they are read again; `subscribe` tells if they then differ. Settings, rights and `portalUsers` are always asked for. Every
 * write through this client forgets what it may have changed, whatever came of it.
 */
export function createCachedClient(admin: PortalAdmin): PortalAdmin {
  return new CachedPortalAdmin(admin).admin();
}

class CachedPortalAdmin {
  readonly #answers = new Answers();
  readonly #reads = new SharedReads();
  readonly #listeners = new Listeners();

  constructor(private readonly inner: PortalAdmin) {
    inner.subscribe((change) => {
      if (change.kind === 'connection') this.#forget(() => true);
      if (['portal-user', 'contact', 'taskfire'].includes(change.kind) && 'companyId' in change)
        this.#forgetCompany(change.companyId);
      this.#listeners.tell(change);
    });
  }

  admin(): PortalAdmin {
    const { inner } = this;
    return {
      ...this.#lists(),
      capabilities: (id, on) => this.#once('capabilities', [id], on, (to) => inner.capabilities(id, to)),
      company: (id, on) => this.#once('company', [id], on, (to) => inner.company(id, to)),
      portalLogin: (id, on) => this.#once('portalLogin', [id], on, (to) => inner.portalLogin(id, to)),
      taskfire: (id, on) => this.#once('taskfire', [id], on, (to) => inner.taskfire(id, to)),
      ...this.#sections(),
      settings: (id, on) => this.#once('settings', [id], on, (to) => inner.settings(id, to)),
      takenUserNames: (names, except, on) =>
        this.#once('takenUserNames', [names, except], on, (to) => inner.takenUserNames(names, except, to)),
      portalUsers: (...args) => inner.portalUsers(...args),
      saveSettings: (...args) => this.#write(args[0], () => inner.saveSettings(...args)),
      createContact: (...args) => this.#write(args[0], () => inner.createContact(...args)),
      createPortalUser: (...args) => this.#write(args[0], () => inner.createPortalUser(...args)),
      changePortalUser: (...args) => this.#write(args[0], () => inner.changePortalUser(...args)),
      subscribe: (listener) => this.#listeners.add(listener),
    };
  }

  /** The parts of a company's page beside its settings: always asked for, like them. */
  #sections(): Pick<
    PortalAdmin,
    | 'taskfireAgreement'
    | 'billingContracts'
    | 'enableTaskfire'
    | 'disableTaskfire'
    | 'setTaskfireBilling'
    | 'ssoEvents'
    | 'logos'
    | 'setLogo'
    | 'removeLogo'
    | 'globalSettings'
    | 'saveGlobalSettings'
  > {
    const { inner } = this;
    return {
      taskfireAgreement: (id, on) =>
        this.#once('taskfireAgreement', [id], on, (to) => inner.taskfireAgreement(id, to)),
      billingContracts: (id, on) =>
        this.#once('billingContracts', [id], on, (to) => inner.billingContracts(id, to)),
      enableTaskfire: (...args) => this.#write(args[0], () => inner.enableTaskfire(...args)),
      disableTaskfire: (...args) => this.#write(args[0], () => inner.disableTaskfire(...args)),
      setTaskfireBilling: (...args) => this.#write(args[0], () => inner.setTaskfireBilling(...args)),
      ssoEvents: (id, cursor, on) =>
        this.#once('ssoEvents', [id, cursor], on, (to) => inner.ssoEvents(id, cursor, to)),
      logos: (id, on) => this.#once('logos', [id], on, (to) => inner.logos(id, to)),
      setLogo: (...args) => this.#write(args[0], () => inner.setLogo(...args)),
      removeLogo: (...args) => this.#write(args[0], () => inner.removeLogo(...args)),
      globalSettings: (on) => this.#once('globalSettings', [], on, (to) => inner.globalSettings(to)),
      saveGlobalSettings: (...args) => this.#writeForAll(() => inner.saveGlobalSettings(...args)),
    };
  }

  #lists(): Pick<
    PortalAdmin,
    | 'companies'
    | 'contacts'
    | 'requestTypes'
    | 'ticketOptions'
    | 'timeZones'
    | 'portalUserOptions'
    | 'providerDefaults'
  > {
    const { inner } = this;
    const options = { change: { kind: 'options' } } as const;
    return {
      companies: (cursor, on) => {
        const kept: Kept<CompanyPage> = {
          change: { kind: 'companies' },
          rows: ({ companies }) => companies.length,
        };
        return this.#list('companies', [cursor], kept, on, (to) => inner.companies(cursor, to));
      },
      contacts: (companyId, cursor, on) => {
        const kept: Kept<ContactPage> = {
          change: { kind: 'contacts', companyId, cursor },
          rows: ({ rows }) => rows.length,
        };
        return this.#list('contacts', [companyId, cursor], kept, on, (to) =>
          inner.contacts(companyId, cursor, to),
        );
      },
      requestTypes: (on) => this.#list('requestTypes', [], options, on, (to) => inner.requestTypes(to)),
      ticketOptions: (on) => this.#list('ticketOptions', [], options, on, (to) => inner.ticketOptions(to)),
      timeZones: (on) => this.#list('timeZones', [], options, on, (to) => inner.timeZones(to)),
      portalUserOptions: (on) =>
        this.#list('portalUserOptions', [], options, on, (to) => inner.portalUserOptions(to)),
      providerDefaults: (on) =>
        this.#list('providerDefaults', [], options, on, (to) => inner.providerDefaults(to)),
    };
  }

  /** Asked for anew each time, but once for all who ask at the same time. */
  async #once<T>(
    method: PortalMethod,
    args: unknown[],
    on: CallOptions | undefined,
    read: Read<T>,
  ): Promise<T> {
    const shared = await this.#reads.read(keyOf(method, args), on?.signal, ({ signal }) =>
      read({ ...on, signal }),
    );
    return structuredClone(shared);
  }

  async #list<T>(
    method: PortalMethod,
    args: unknown[],
    kept: Kept<T>,
    on: CallOptions | undefined,
    read: Read<T>,
  ): Promise<T> {
    on?.signal?.throwIfAborted();
    const key = keyOf(method, args);
    const load = (options: CallOptions | undefined): Promise<T> =>
      this.#reads.read(key, options?.signal, async ({ signal, isCurrent }) => {
        const value = await read({ ...options, signal });
        if (isCurrent()) this.#answers.put(key, value, kept.rows?.(value) ?? 1);
        return value;
      });
    const known = this.#answers.get(key);
    if (known === undefined || known.age >= STALE_MS) return structuredClone(await load(on));
    if (known.age >= FRESH_MS && !this.#reads.isRunning(key))
      void this.#compare(key, known.value, kept.change, load);
    // Asynchronous like every answer: who gives up in the same moment must not get one.
    await Promise.resolve();
    on?.signal?.throwIfAborted();
    // The key names method and arguments, so this is what the method resolved to.
    return structuredClone(known.value as T);
  }

  /** Reads a list again that was given from memory, and tells if it is another by now. Never rejects. */
  async #compare(
    key: string,
    before: unknown,
    change: PortalChange,
    load: (options: CallOptions) => Promise<unknown>,
  ): Promise<void> {
    try {
      const now = await load({ priority: 'background' });
      if (JSON.stringify(now) === JSON.stringify(before)) return;
    } catch (thrown) {
      // Nobody asked for it, so an outage is no news. That it may not be seen any more is.
      const isOutage =
        thrown instanceof PortalError && ['offline', 'rate-limited'].includes(thrown.data.code);
      if (isOutage) return;
      this.#answers.forget((one) => one === key);
    }
    this.#listeners.tell(change);
  }

  /** A write has an effect from the moment it is sent on, and perhaps even where it fails. */
  async #write<T>(companyId: number, write: () => Promise<T>): Promise<T> {
    this.#forgetCompany(companyId);
    try {
      return await write();
    } finally {
      this.#forgetCompany(companyId);
    }
  }

  /** What all companies inherit shows in the answers about each of them. */
  async #writeForAll<T>(write: () => Promise<T>): Promise<T> {
    this.#forget(() => true);
    try {
      return await write();
    } finally {
      this.#forget(() => true);
    }
  }

  #forgetCompany(companyId: number): void {
    const contacts = `contacts:[${companyId},`;
    this.#forget((key) => key.startsWith(contacts) || !isList(key));
  }

  #forget(isMeant: (key: string) => boolean): void {
    this.#answers.forget(isMeant);
    this.#reads.detach(isMeant);
  }
}

function keyOf(method: PortalMethod, args: unknown[]): string {
  return `${method}:${JSON.stringify(args)}`;
}

const lists: readonly PortalMethod[] = [
  'companies',
  'contacts',
  'requestTypes',
  'ticketOptions',
  'timeZones',
  'portalUserOptions',
  'providerDefaults',
];

function isList(key: string): boolean {
  return lists.some((method) => key.startsWith(`${method}:`));
}

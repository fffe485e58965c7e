import {
  PortalError,
  type Capabilities,
  type CallOptions,
  type CompanyPage,
  type ContactPage,
  type Operation,
  type PortalAdmin,
  type PortalMethod,
  type PortalUserChanged,
  type SettingsSnapshot,
} from '../../contract/index.js';
import {
  settingKeys,
  type Company,
  type Contact,
  type ContactDraft,
  type PortalLogin,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
  type PortalUserOptions,
  type ProviderDefaults,
  type RequestType,
  type SomeSettings,
  type Taskfire,
  hasAlready,
} from '../../model/index.js';
import { refuseChangedMeanwhile, refuseWrongContact } from '../expected.js';
import { Listeners } from '../listeners.js';
import { demoData } from './demo-data.js';
import { capabilitiesFor, visibleSettings, type Limits, type Permission } from './limits.js';
import type { MemoryData } from './memory-data.js';
import { pageOf } from './pages.js';
import { changedPortalUser, changedSettings, checkDraft, isNameFree } from './rules.js';
import { MemoryStore } from './store.js';
import { UnreliableLine, type Failure } from './unreliable-line.js';

export interface MemoryClientOptions {
  /** Default: `demoData()`. It is copied. */
  readonly seed?: MemoryData;
  /** How long each call takes. Default 0, which still answers asynchronously. */
  readonly latencyMs?: number;
  readonly failures?: readonly Failure[];
  /** Default `admin`. */
  readonly permission?: Permission;
  /** What the imitated backend cannot do, for example settings without a public API. */
  readonly limits?: Limits;
  /** Rows per page. Default 500, as the vendor's REST API has it. */
  readonly pageSize?: number;
  /** The clock for `changedAt`. */
  readonly now?: () => Date;
}

/** A `PortalAdmin` that is its own backend, with two hands for stories and tests: what others do, and what goes wrong. */
export interface MemoryClient extends PortalAdmin {
  /** Somebody else saves these settings now, under this name, without any event here. */
  savedByAnother(companyId: number, change: SomeSettings, name?: string): void;
  /** The next calls of one method fail. */
  fail(failure: Failure): void;
}

/** A complete portal administration in memory: for demos, stories, tests and hosts without a backend. */
export function createMemoryClient(options: MemoryClientOptions = {}): MemoryClient {
  return new InMemoryPortalAdmin(options);
}

const SELF = 'Demo administrator';

class InMemoryPortalAdmin implements MemoryClient {
  readonly #store: MemoryStore;
  readonly #line: UnreliableLine;
  readonly #listeners = new Listeners();
  readonly #capabilities: Capabilities;
  readonly #pageSize: number;

  constructor(options: MemoryClientOptions) {
    this.#store = new MemoryStore(options.seed ?? demoData(), options.now ?? (() => new Date()));
    this.#line = new UnreliableLine(options.latencyMs ?? 0);
    this.#capabilities = capabilitiesFor(options.permission ?? 'admin', options.limits ?? {});
    this.#pageSize = options.pageSize ?? 500;
    for (const failure of options.failures ?? []) this.#line.order(failure);
  }

  async capabilities(companyId: number, options?: CallOptions): Promise<Capabilities> {
    await this.#line.cross('capabilities', options?.signal);
    this.#store.company(companyId);
    return structuredClone(this.#capabilities);
  }

  async companies(cursor: string | null, options?: CallOptions): Promise<CompanyPage> {
    await this.#read('companies', 'companies', options);
    const customers = this.#store.companies().filter((one) => one.isActive && one.isCustomer);
    const { items, next } = pageOf(customers, (company) => company.id, cursor, this.#pageSize);
    return { companies: structuredClone(items), next };
  }

  async company(companyId: number, options?: CallOptions): Promise<Company> {
    await this.#read('company', 'companies', options);
    return structuredClone(this.#store.company(companyId).company);
  }

  async portalLogin(companyId: number, options?: CallOptions): Promise<PortalLogin> {
    await this.#read('portalLogin', 'portalLogin', options);
    return structuredClone(this.#store.company(companyId).portalLogin);
  }

  async taskfire(companyId: number, options?: CallOptions): Promise<Taskfire> {
    await this.#read('taskfire', 'taskfire', options);
    return structuredClone(this.#store.company(companyId).taskfire);
  }

  async providerDefaults(options?: CallOptions): Promise<ProviderDefaults> {
    await this.#read('providerDefaults', 'providerDefaults', options);
    return structuredClone(this.#store.data.provider);
  }

  async requestTypes(options?: CallOptions): Promise<RequestType[]> {
    await this.#read('requestTypes', 'requestTypes', options);
    return structuredClone([...this.#store.data.requestTypes]);
  }

  async timeZones(options?: CallOptions): Promise<string[]> {
    await this.#read('timeZones', 'timeZones', options);
    return [...this.#store.data.timeZones];
  }

  async settings(companyId: number, options?: CallOptions): Promise<SettingsSnapshot> {
    await this.#read('settings', 'settings', options);
    return this.#visibleSnapshot(companyId);
  }

  async saveSettings(companyId: number, change: SomeSettings, version: string): Promise<SettingsSnapshot> {
    await this.#write('saveSettings', 'settings');
    const company = this.#store.company(companyId);
    this.#refuseLocked(change);
    if (this.#store.snapshot(companyId).version !== version)
      throw new PortalError({ code: 'conflict', theirs: this.#visibleSnapshot(companyId) });
    this.#store.saveSettings(companyId, changedSettings(this.#store.data, company, change), SELF);
    this.#listeners.tell({ kind: 'settings', companyId });
    return this.#visibleSnapshot(companyId);
  }

  async contacts(companyId: number, cursor: string | null, options?: CallOptions): Promise<ContactPage> {
    await this.#read('contacts', 'contacts', options);
    const { rows } = this.#store.company(companyId);
    const { items, next } = pageOf(rows, ({ contact }) => contact.id, cursor, this.#pageSize);
    return { rows: structuredClone(items), next, total: rows.length };
  }

  async createContact(companyId: number, draft: ContactDraft): Promise<Contact> {
    await this.#write('createContact', 'contacts');
    refuseWrongContact(draft);
    const contact = this.#store.addContact(companyId, draft);
    this.#listeners.tell({ kind: 'contact', companyId, contactId: contact.id });
    return structuredClone(contact);
  }

  async portalUserOptions(options?: CallOptions): Promise<PortalUserOptions> {
    await this.#read('portalUserOptions', 'portalUsers', options);
    return structuredClone(this.#store.data.portalUserOptions);
  }

  async isUserNameFree(
    userName: string,
    exceptPortalUserId: number | null,
    options?: CallOptions,
  ): Promise<boolean> {
    await this.#read('isUserNameFree', 'portalUsers', options);
    return isNameFree(this.#store.data, userName, exceptPortalUserId);
  }

  async portalUsers(companyId: number, contactIds: number[], options?: CallOptions): Promise<PortalUser[]> {
    await this.#read('portalUsers', 'portalUsers', options);
    const wanted = new Set(contactIds);
    const { rows } = this.#store.company(companyId);
    const found = rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser]));
    return structuredClone(found.filter(({ contactId }) => wanted.has(contactId)));
  }

  async createPortalUser(companyId: number, draft: PortalUserDraft): Promise<PortalUser> {
    await this.#write('createPortalUser', 'portalUsers');
    checkDraft(this.#store.data, this.#store.company(companyId), draft);
    const portalUser = this.#store.addPortalUser(companyId, draft);
    this.#listeners.tell({ kind: 'portal-user', companyId, contactId: draft.contactId });
    return structuredClone(portalUser);
  }

  async changePortalUser(
    companyId: number,
    portalUserId: number,
    change: PortalUserChange,
    expected: PortalUser | null,
  ): Promise<PortalUserChanged> {
    await this.#write('changePortalUser', 'portalUsers');
    const company = this.#store.company(companyId);
    const { row, portalUser: before } = this.#store.portalUser(companyId, portalUserId);
    refuseChangedMeanwhile(before, change, expected);
    if (hasAlready(before, change)) return structuredClone({ before, after: before });
    const after = changedPortalUser(this.#store.data, company, row, before, change);
    this.#store.putPortalUser(companyId, after);
    this.#listeners.tell({ kind: 'portal-user', companyId, contactId: after.contactId });
    return structuredClone({ before, after });
  }

  subscribe(listener: Parameters<PortalAdmin['subscribe']>[0]): () => void {
    return this.#listeners.add(listener);
  }

  savedByAnother(companyId: number, change: SomeSettings, name = 'Somebody else'): void {
    const company = this.#store.company(companyId);
    this.#store.saveSettings(companyId, changedSettings(this.#store.data, company, change), name);
  }

  fail(failure: Failure): void {
    this.#line.order(failure);
  }

  async #read(method: PortalMethod, operation: Operation, options: CallOptions | undefined): Promise<void> {
    await this.#line.cross(method, options?.signal);
    if (this.#capabilities.operations[operation].state === 'absent')
      throw new PortalError({ code: 'not-found', detail: `This backend offers no ${operation}.` });
  }

  async #write(method: PortalMethod, operation: Operation): Promise<void> {
    await this.#read(method, operation, undefined);
    if (this.#capabilities.operations[operation].state === 'read-only')
      throw new PortalError({ code: 'forbidden' });
  }

  #refuseLocked(change: SomeSettings): void {
    const named = settingKeys.filter((key) => change[key] !== undefined);
    if (named.some((key) => this.#capabilities.settings[key].state !== 'available'))
      throw new PortalError({ code: 'forbidden' });
  }

  #visibleSnapshot(companyId: number): SettingsSnapshot {
    const snapshot = this.#store.snapshot(companyId);
    return { ...snapshot, settings: visibleSettings(snapshot.settings, this.#capabilities) };
  }
}

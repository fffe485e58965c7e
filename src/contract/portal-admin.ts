import type {
  Company,
  Contact,
  ContactDraft,
  PortalLogin,
  PortalUser,
  PortalUserChange,
  PortalUserDraft,
  PortalUserOptions,
  ProviderDefaults,
  RequestType,
  SomeSettings,
  Taskfire,
} from '../model/index.js';
import type { Capabilities } from './capabilities.js';
import type {
  CompanyPage,
  ContactPage,
  PortalChange,
  PortalUserChanged,
  SettingsSnapshot,
} from './shapes.js';

/** `interactive` (default): a person waits. `background`: durable work, which lets people pass and stops earlier at limits. */
export type Priority = 'interactive' | 'background';

/** A write has no signal: what was sent may be done, whether or not anybody waits. */
export interface WriteOptions {
  readonly priority?: Priority;
}

/** `signal` ends a call that nobody waits for any more. It then rejects with its reason, the one exception to `PortalError`. */
export interface CallOptions extends WriteOptions {
  readonly signal?: AbortSignal;
}

/**
 * The administration of customers' client portals: the one interface that the elements speak. Every method rejects
 * with a `PortalError` and nothing else. An operation that `capabilities` calls absent rejects with `not-found`, a
 * write to something read-only with `forbidden`.
 */
export interface PortalAdmin {
  /** What can be seen and changed for this company. */
  capabilities(companyId: number, options?: CallOptions): Promise<Capabilities>;
  /** Active customers in the order of their ids, a page at a time. */
  companies(cursor: string | null, options?: CallOptions): Promise<CompanyPage>;
  company(companyId: number, options?: CallOptions): Promise<Company>;
  /** S9. */
  portalLogin(companyId: number, options?: CallOptions): Promise<PortalLogin>;
  taskfire(companyId: number, options?: CallOptions): Promise<Taskfire>;
  /** D1: what companies inherit. */
  providerDefaults(options?: CallOptions): Promise<ProviderDefaults>;
  /** Every request type, deactivated ones too (R3). */
  requestTypes(options?: CallOptions): Promise<RequestType[]>;
  /** The zones that the PSA offers, as IANA names. */
  timeZones(options?: CallOptions): Promise<string[]>;
  settings(companyId: number, options?: CallOptions): Promise<SettingsSnapshot>;
  /**
   * Saves the settings in `change` if nobody saved since `version`, all or none.
   * Rejects with `conflict` (their settings inside) or `validation` (paths begin with the setting's key).
   */
  saveSettings(companyId: number, change: SomeSettings, version: string): Promise<SettingsSnapshot>;
  /** Contacts with their portal accounts, in the order of their ids, a page at a time. */
  contacts(companyId: number, cursor: string | null, options?: CallOptions): Promise<ContactPage>;
  /**
   * Adds an active contact to the company. Nothing tells two contacts apart but their ids, so it is never sent twice: where
   * the answer was lost, it is looked for. Rejects with `validation` (paths are the draft's fields).
   */
  createContact(companyId: number, draft: ContactDraft, options?: WriteOptions): Promise<Contact>;
  /** The values that a portal user's fields can take. */
  portalUserOptions(options?: CallOptions): Promise<PortalUserOptions>;
  /** Whether nobody, or only this portal user, has the user name. */
  isUserNameFree(
    userName: string,
    exceptPortalUserId: number | null,
    options?: CallOptions,
  ): Promise<boolean>;
  /**
   * The accounts of these contacts (at most 500), read from the backend now: never from a cache. Contacts without an account,
   * unknown ones and other companies' are left out. Whoever repeats a write looks here first.
   */
  portalUsers(companyId: number, contactIds: number[], options?: CallOptions): Promise<PortalUser[]>;
  /**
   * Gives a contact of the company an account. It cannot be deleted any more, only deactivated (vendor REST help). Rejects with
   * `validation`, code `contact-has-portal-user`, where the contact has one already. It is never sent twice.
   */
  createPortalUser(companyId: number, draft: PortalUserDraft, options?: WriteOptions): Promise<PortalUser>;
  /**
   * Changes an account. `expected` is the account as whoever decided saw it: where a field of `change` is now neither as
   * expected nor as wanted, it rejects with `validation`, code `changed-meanwhile`, and writes nothing. Where all is as
   * wanted already, it resolves without writing. `null` expects nothing.
   */
  changePortalUser(
    companyId: number,
    portalUserId: number,
    change: PortalUserChange,
    expected: PortalUser | null,
    options?: WriteOptions,
  ): Promise<PortalUserChanged>;
  /** Calls back after each change that this implementation knows of. Returns how to stop. */
  subscribe(listener: (change: PortalChange) => void): () => void;
}

/** The methods that ask something over a border, in contrast to `subscribe`, which listens. */
export type PortalMethod = Exclude<keyof PortalAdmin, 'subscribe'>;

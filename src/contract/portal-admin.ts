import type {
  AgreementAcceptance,
  BillingChoice,
  BillingContract,
  Company,
  CompanyLogos,
  Contact,
  ContactDraft,
  GlobalChange,
  GlobalSnapshot,
  LevelMove,
  LogoSlot,
  LogoUpload,
  PortalLogin,
  PortalUser,
  PortalUserChange,
  PortalUserDraft,
  PortalUserOptions,
  ProviderDefaults,
  RequestType,
  SomeSettings,
  Taskfire,
  TaskfireAgreement,
  TaskfireDisabled,
  TicketOptions,
} from '../model/index.js';
import type { Capabilities } from './capabilities.js';
import type {
  CompanyPage,
  ContactPage,
  PortalChange,
  PortalUserChanged,
  SettingsSnapshot,
  SsoEventPage,
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
  /** T1: what has to be accepted before Taskfire can be enabled for the company; where it is active, what was accepted. */
  taskfireAgreement(companyId: number, options?: CallOptions): Promise<TaskfireAgreement>;
  /** T2: the company's recurring contracts to which the licence fee can be added. */
  billingContracts(companyId: number, options?: CallOptions): Promise<BillingContract[]>;
  /**
   * T1: enables Taskfire by accepting the agreement. Rejects with `validation`: `changed-meanwhile` where Taskfire is no
   * more as in `version`, or the codes of `enableProblems`.
   */
  enableTaskfire(companyId: number, acceptance: AgreementAcceptance, version: string): Promise<Taskfire>;
  /**
   * T3: disables Taskfire and moves the users of its levels to portal levels, all in one step or nothing. Rejects with
   * `validation`: `changed-meanwhile`, or the codes of `disableProblems`.
   */
  disableTaskfire(companyId: number, moves: LevelMove[], version: string): Promise<TaskfireDisabled>;
  /** T2: says where the licence fee goes. Rejects with `validation`: `changed-meanwhile`, or the codes of `billingProblems`. */
  setTaskfireBilling(companyId: number, choice: BillingChoice, version: string): Promise<Taskfire>;
  /** L: sign-ins through identity providers in the last 30 days, the newest first, a page at a time. */
  ssoEvents(companyId: number, cursor: string | null, options?: CallOptions): Promise<SsoEventPage>;
  /** G: the logos of a company. Company 0's are the provider's, which others inherit. */
  logos(companyId: number, options?: CallOptions): Promise<CompanyLogos>;
  /**
   * G2, G3: sets a logo. Rejects with `validation`, path the slot: a code of `LogoProblem`, or `changed-meanwhile`. The old
   * one stays then.
   */
  setLogo(companyId: number, slot: LogoSlot, upload: LogoUpload, version: string): Promise<CompanyLogos>;
  /** G2: back to the inherited one. Rejects with `validation`, `changed-meanwhile`. */
  removeLogo(companyId: number, slot: LogoSlot, version: string): Promise<CompanyLogos>;
  /** D1: what companies inherit. */
  providerDefaults(options?: CallOptions): Promise<ProviderDefaults>;
  /** D1: the same to be changed, with who follows them. */
  globalSettings(options?: CallOptions): Promise<GlobalSnapshot>;
  /** D1. Rejects with `validation`: paths begin with the setting's key; without a path, `changed-meanwhile`. */
  saveGlobalSettings(change: GlobalChange, version: string): Promise<GlobalSnapshot>;
  /** Every request type, deactivated ones too (R3). */
  requestTypes(options?: CallOptions): Promise<RequestType[]>;
  /** S10: the priorities and queues that a ticket can have. */
  ticketOptions(options?: CallOptions): Promise<TicketOptions>;
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
  /**
   * Those of these user names (at most 500) that somebody other than this portal user has, in whichever company: user names
   * are unique in the whole PSA, without regard to case. They are told as they were asked for.
   */
  takenUserNames(
    userNames: string[],
    exceptPortalUserId: number | null,
    options?: CallOptions,
  ): Promise<string[]>;
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

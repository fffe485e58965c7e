import * as v from 'valibot';
import { PortalError, type SettingsSnapshot } from '../../contract/index.js';
import {
  countFollowers,
  PortalUserSchema,
  type Company,
  type CompanyLogos,
  type CompanySettings,
  type Contact,
  type ContactDraft,
  type ContactRow,
  type GlobalSettings,
  type GlobalSnapshot,
  type Logo,
  type LogoSlot,
  PROVIDER_COMPANY_ID,
  type PortalUser,
  type PortalUserDraft,
  type SsoEvent,
  tidyContact,
} from '../../model/index.js';
import type { MemoryCompany, MemoryData, MemoryTaskfire } from './memory-data.js';

type Stamp = Pick<SettingsSnapshot, 'version' | 'changedBy' | 'changedAt'>;
/** `Omit` of a union's members, each by itself. */
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
const untouched: Stamp = { version: '1', changedBy: null, changedAt: null };

/** The data and their versions. It keeps; the rules are asked before. */
export class MemoryStore {
  readonly #companies: Map<number, MemoryCompany>;
  readonly #stamps = new Map<number, Stamp>();
  readonly #logoVersions = new Map<number, number>();
  #globalStamp: Stamp = untouched;
  #data: MemoryData;

  constructor(
    seed: MemoryData,
    readonly now: () => Date,
  ) {
    this.#data = structuredClone(seed);
    const inOrder = [...this.#data.companies].sort((a, b) => a.company.id - b.company.id);
    this.#companies = new Map(inOrder.map((one) => [one.company.id, one]));
  }

  get data(): MemoryData {
    return { ...this.#data, companies: [...this.#companies.values()] };
  }

  companies(): Company[] {
    return [...this.#companies.values()].map(({ company }) => company);
  }

  company(companyId: number): MemoryCompany {
    const found = this.#companies.get(companyId);
    if (found === undefined) throw new PortalError({ code: 'not-found' });
    return found;
  }

  snapshot(companyId: number): SettingsSnapshot {
    const { settings } = this.company(companyId);
    const stamp = this.#stamps.get(companyId) ?? untouched;
    return { companyId, settings: structuredClone(settings), ...stamp };
  }

  saveSettings(companyId: number, settings: CompanySettings, changedBy: string): void {
    const { version } = this.snapshot(companyId);
    this.#companies.set(companyId, { ...this.company(companyId), settings: structuredClone(settings) });
    this.#stamps.set(companyId, this.#stampAfter(version, changedBy));
  }

  /** D1, with who follows: active customers, the provider's own company among them. */
  globalSnapshot(): GlobalSnapshot {
    const { provider } = this.#data;
    const customers = [...this.#companies.values()].filter(
      ({ company }) => company.isActive && company.isCustomer,
    );
    const followers = customers.map(({ company, settings, logos }) => ({
      ...{ company, settings },
      hasOwnLogo: { login: logos.login !== null, header: logos.header !== null },
    }));
    return {
      settings: structuredClone(provider),
      followers: countFollowers(followers, provider),
      ...this.#globalStamp,
    };
  }

  saveGlobalSettings(provider: GlobalSettings, changedBy: string): void {
    this.#data = { ...this.#data, provider: structuredClone(provider) };
    this.#globalStamp = this.#stampAfter(this.#globalStamp.version, changedBy);
  }

  logos(companyId: number): CompanyLogos {
    const { logos: own } = this.company(companyId);
    const isProvider = companyId === PROVIDER_COMPANY_ID;
    const inherited = isProvider ? undefined : this.#companies.get(PROVIDER_COMPANY_ID)?.logos;
    const version = String(this.#logoVersions.get(companyId) ?? 1);
    return structuredClone({ own, inherited: inherited ?? { login: null, header: null }, version });
  }

  putLogo(companyId: number, slot: LogoSlot, logo: Logo | null): void {
    const company = this.company(companyId);
    this.#companies.set(companyId, { ...company, logos: { ...company.logos, [slot]: logo } });
    this.#logoVersions.set(companyId, (this.#logoVersions.get(companyId) ?? 1) + 1);
  }

  /** Under the version after the one that is there. */
  putTaskfire(companyId: number, taskfire: DistributiveOmit<MemoryTaskfire, 'version'>): void {
    const one = this.company(companyId);
    const version = String(Number(one.taskfire.version) + 1);
    const company = { ...one.company, isTaskfireActive: taskfire.isActive };
    this.#companies.set(companyId, {
      ...{ ...one, company },
      taskfire: structuredClone({ ...taskfire, version }),
    });
  }

  addSignIn(companyId: number, event: Omit<SsoEvent, 'id' | 'at'>): void {
    const company = this.company(companyId);
    const id = company.signIns.reduce((highest, one) => Math.max(highest, one.id), 0) + 1;
    const signIns = [{ ...event, id, at: this.now().toISOString() }, ...company.signIns];
    this.#companies.set(companyId, { ...company, signIns });
  }

  /** The account and its contact's row, both as they are now. */
  portalUser(companyId: number, portalUserId: number): { row: ContactRow; portalUser: PortalUser } {
    for (const row of this.company(companyId).rows)
      if (row.portalUser?.id === portalUserId) return { row, portalUser: row.portalUser };
    throw new PortalError({ code: 'not-found' });
  }

  addContact(companyId: number, draft: ContactDraft): Contact {
    const company = this.company(companyId);
    const id = this.#nextId(({ contact }) => contact.id);
    const contact = { ...tidyContact(draft), id, companyId, isActive: true };
    this.#companies.set(companyId, { ...company, rows: [...company.rows, { contact, portalUser: null }] });
    return contact;
  }

  /** The password is taken and forgotten: nothing ever reads one. */
  addPortalUser(companyId: number, draft: PortalUserDraft): PortalUser {
    // The schema's object keeps only what a portal user has.
    const portalUser = v.parse(PortalUserSchema, {
      ...draft,
      id: this.#nextId(({ portalUser }) => portalUser?.id ?? 0),
    });
    this.putPortalUser(companyId, portalUser);
    return portalUser;
  }

  putPortalUser(companyId: number, portalUser: PortalUser): void {
    const company = this.company(companyId);
    const rows = company.rows.map((row) =>
      row.contact.id === portalUser.contactId ? { ...row, portalUser } : row,
    );
    this.#companies.set(companyId, { ...company, rows });
  }

  #stampAfter(version: string, changedBy: string): Stamp {
    return { version: String(Number(version) + 1), changedBy, changedAt: this.now().toISOString() };
  }

  /** Ids are unique in the whole PSA. */
  #nextId(idOf: (row: ContactRow) => number): number {
    const ids = [...this.#companies.values()].flatMap(({ rows }) => rows.map(idOf));
    return ids.reduce((highest, id) => Math.max(highest, id), 0) + 1;
  }
}

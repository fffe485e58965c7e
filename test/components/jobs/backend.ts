import {
  createMemoryClient,
  demoData,
  manyContacts,
  type MemoryClient,
} from '../../../src/clients/memory/index.js';
import { PortalError, type PortalAdmin, type PortalErrorData } from '../../../src/contract/index.js';
import type { ContactRow, PortalUser } from '../../../src/model/index.js';

/** A company of the demo data. */
export const COMPANY = 174;

/** What a call of the backend meets: an error before it, or an answer that is lost after it. */
export interface Fault {
  readonly when: 'before' | 'after';
  readonly error: PortalErrorData;
}

/** A PSA with these people, which keeps count of what reaches it, and where calls meet faults. */
export class Backend {
  readonly admin: MemoryClient;
  /** The password that each contact's account was created with. */
  readonly created = new Map<number, string>();
  /** Creates for contacts that had an account already. */
  doubles = 0;
  calls = 0;
  inFlight = 0;
  mostInFlight = 0;
  /** Drawn for each call. */
  fault: () => Fault | undefined = () => undefined;

  constructor(people: number, options: { latencyMs?: number } = {}) {
    const rows = manyContacts(people, { companyId: COMPANY });
    const seed = demoData();
    const companies = seed.companies.map((one) => (one.company.id === COMPANY ? { ...one, rows } : one));
    this.admin = createMemoryClient({ seed: { ...seed, companies }, ...options });
  }

  async rows(): Promise<ContactRow[]> {
    const { rows } = await this.admin.contacts(COMPANY, null);
    return rows;
  }

  async accounts(): Promise<Map<number, PortalUser>> {
    const rows = await this.rows();
    return new Map(
      rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [[portalUser.contactId, portalUser]])),
    );
  }

  /** What a worker gets. */
  get client(): PortalAdmin {
    return {
      ...this.admin,
      portalUsers: (...args) => this.#call(() => this.admin.portalUsers(...args)),
      changePortalUser: (...args) => this.#call(() => this.admin.changePortalUser(...args)),
      createPortalUser: (companyId, draft) =>
        this.#call(async () => {
          if (this.created.has(draft.contactId)) this.doubles += 1;
          const account = await this.admin.createPortalUser(companyId, draft);
          this.created.set(draft.contactId, draft.password);
          return account;
        }),
    };
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      const fault = this.fault();
      if (fault?.when === 'before') throw new PortalError(fault.error);
      const result = await work();
      if (fault?.when === 'after') throw new PortalError(fault.error);
      return result;
    } finally {
      this.inFlight -= 1;
    }
  }
}

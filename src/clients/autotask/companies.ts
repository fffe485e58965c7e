import { PortalError, type CompanyPage, type SettingsSnapshot } from '../../contract/index.js';
import type { Company } from '../../model/index.js';
import { Companies, Countries, CUSTOMER_TYPE, type ItemOf } from './entities.js';
import { queryFor } from './filter.js';
import type { AutotaskRest } from './rest.js';

type CompanyItem = ItemOf<typeof Companies>;

/** Customers and what their records tell about the portal. */
export class AutotaskCompanies {
  /** ISO codes by the tenant's country number; null where the tenant does not say. Countries do not change. */
  readonly #countryCodes = new Map<number, string | null>();

  constructor(private readonly rest: AutotaskRest) {}

  async page(cursor: string | null, signal: AbortSignal): Promise<CompanyPage> {
    const customers = queryFor(
      Companies,
      { op: 'eq', field: 'companyType', value: CUSTOMER_TYPE },
      { op: 'eq', field: 'isActive', value: true },
    );
    const { items, next } = await this.rest.page(Companies, customers, cursor, signal);
    const companies = await Promise.all(items.map((item) => this.#toCompany(item, signal)));
    return { companies, next };
  }

  async company(companyId: number, signal: AbortSignal): Promise<Company> {
    return this.#toCompany(await this.#item(companyId, signal), signal);
  }

  /** Rejects with `not-found` for an unknown company. */
  async mustExist(companyId: number, signal: AbortSignal): Promise<void> {
    await this.#item(companyId, signal);
  }

  /** The one setting that the API tells. The version is the record's time stamp: it changes with more than the portal. */
  async settings(companyId: number, signal: AbortSignal): Promise<SettingsSnapshot> {
    const item = await this.#item(companyId, signal);
    return {
      companyId,
      settings: { portalEnabled: item.isClientPortalActive },
      version: item.lastTrackedModifiedDateTime ?? '',
      changedBy: null,
      changedAt: null,
    };
  }

  async #item(companyId: number, signal: AbortSignal): Promise<CompanyItem> {
    const item = await this.rest.find(Companies, companyId, signal);
    if (item === null) throw new PortalError({ code: 'not-found' });
    return item;
  }

  async #toCompany(item: CompanyItem, signal: AbortSignal): Promise<Company> {
    return {
      id: item.id,
      name: item.companyName,
      isActive: item.isActive,
      isCustomer: item.companyType === CUSTOMER_TYPE,
      parentId: item.parentCompanyID,
      country: item.countryID === null ? null : await this.#countryCode(item.countryID, signal),
      // Free text in the PSA: where it is no state code, the default time zone is the headquarters'.
      region: item.state,
      isTaskfireActive: item.isTaskFireActive,
    };
  }

  /** null also where the tenant's API user may not read countries: the default time zone is then the headquarters'. */
  async #countryCode(countryId: number, signal: AbortSignal): Promise<string | null> {
    const known = this.#countryCodes.get(countryId);
    if (known !== undefined) return known;
    const code = await this.#readCountryCode(countryId, signal);
    this.#countryCodes.set(countryId, code);
    return code;
  }

  async #readCountryCode(countryId: number, signal: AbortSignal): Promise<string | null> {
    try {
      return (await this.rest.find(Countries, countryId, signal))?.countryCode ?? null;
    } catch (thrown) {
      if (thrown instanceof PortalError && thrown.data.code === 'forbidden') return null;
      throw thrown;
    }
  }
}

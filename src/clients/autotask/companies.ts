import { PortalError, type CompanyPage, type SettingsSnapshot } from '../../contract/index.js';
import type { Company } from '../../model/index.js';
import { batchPerPriority } from './batch.js';
import { Companies, Countries, CUSTOMER_TYPE, type ItemOf } from './entities.js';
import { queryFor } from './filter.js';
import type { CallTerms } from './limits/scheduler.js';
import type { AutotaskRest } from './rest.js';

type CompanyItem = ItemOf<typeof Companies>;

/** Customers and what their records tell about the portal. */
export class AutotaskCompanies {
  /** ISO codes by the tenant's country number; null where the tenant does not say. Countries do not change. */
  readonly #countryCodes = new Map<number, string | null>();
  readonly #findCountryCode = batchPerPriority((ids, terms) => this.#readCountryCodes(ids, terms));

  constructor(private readonly rest: AutotaskRest) {}

  async page(cursor: string | null, terms: CallTerms): Promise<CompanyPage> {
    const customers = queryFor(
      Companies,
      { op: 'eq', field: 'companyType', value: CUSTOMER_TYPE },
      { op: 'eq', field: 'isActive', value: true },
    );
    const { items, next } = await this.rest.page(Companies, customers, cursor, terms);
    const companies = await Promise.all(items.map((item) => this.#toCompany(item, terms)));
    return { companies, next };
  }

  async company(companyId: number, terms: CallTerms): Promise<Company> {
    return this.#toCompany(await this.#item(companyId, terms), terms);
  }

  /** Rejects with `not-found` for an unknown company. */
  async mustExist(companyId: number, terms: CallTerms): Promise<void> {
    await this.#item(companyId, terms);
  }

  /** The one setting that the API tells. The version is the record's time stamp: it changes with more than the portal. */
  async settings(companyId: number, terms: CallTerms): Promise<SettingsSnapshot> {
    const item = await this.#item(companyId, terms);
    return {
      companyId,
      settings: { portalEnabled: item.isClientPortalActive },
      version: item.lastTrackedModifiedDateTime ?? '',
      changedBy: null,
      changedAt: null,
    };
  }

  async #item(companyId: number, terms: CallTerms): Promise<CompanyItem> {
    const item = await this.rest.find(Companies, companyId, terms);
    if (item === null) throw new PortalError({ code: 'not-found' });
    return item;
  }

  async #toCompany(item: CompanyItem, terms: CallTerms): Promise<Company> {
    return {
      id: item.id,
      name: item.companyName,
      isActive: item.isActive,
      isCustomer: item.companyType === CUSTOMER_TYPE,
      parentId: item.parentCompanyID,
      country: item.countryID === null ? null : await this.#countryCode(item.countryID, terms),
      // Free text in the PSA: where it is no state code, the default time zone is the headquarters'.
      region: item.state,
      isTaskfireActive: item.isTaskFireActive,
    };
  }

  /** null also where the tenant's API user may not read countries: the default time zone is then the headquarters'. */
  async #countryCode(countryId: number, terms: CallTerms): Promise<string | null> {
    const known = this.#countryCodes.get(countryId);
    if (known !== undefined) return known;
    const code = (await this.#findCountryCode(countryId, terms)) ?? null;
    this.#countryCodes.set(countryId, code);
    return code;
  }

  async #readCountryCodes(ids: number[], terms: CallTerms): Promise<Map<number, string | null>> {
    try {
      const query = queryFor(Countries, { op: 'in', field: 'id', value: ids });
      const countries = await this.rest.all(Countries, query, terms);
      return new Map(countries.map(({ id, countryCode }) => [id, countryCode]));
    } catch (thrown) {
      if (thrown instanceof PortalError && thrown.data.code === 'forbidden') return new Map();
      throw thrown;
    }
  }
}

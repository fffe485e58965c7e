import * as v from 'valibot';
import type { PortalAdmin } from '../../contract/index.js';
import { ProviderDefaultsSchema } from '../../model/index.js';
import type { MemoryDesk } from './memory-desk.js';
import { pageOf } from './pages.js';

/** The companies, and what the provider has set up for all of them. */
export function providerMethods(
  desk: MemoryDesk,
): Pick<
  PortalAdmin,
  | 'capabilities'
  | 'companies'
  | 'company'
  | 'portalLogin'
  | 'providerDefaults'
  | 'requestTypes'
  | 'ticketOptions'
  | 'timeZones'
> {
  const { store } = desk;
  return {
    async capabilities(companyId, options) {
      await desk.line.cross('capabilities', options?.signal);
      store.company(companyId);
      return structuredClone(desk.capabilities);
    },

    async companies(cursor, options) {
      await desk.read('companies', 'companies', options);
      const customers = store.companies().filter((one) => one.isActive && one.isCustomer);
      const { items, next } = pageOf(customers, (company) => company.id, cursor, desk.pageSize);
      return { companies: structuredClone(items), next };
    },

    async company(companyId, options) {
      await desk.read('company', 'companies', options);
      return structuredClone(store.company(companyId).company);
    },

    async portalLogin(companyId, options) {
      await desk.read('portalLogin', 'portalLogin', options);
      const { portalLogin, logos } = store.company(companyId);
      return { ...portalLogin, hasOwnLogos: logos.login !== null || logos.header !== null };
    },

    async providerDefaults(options) {
      await desk.read('providerDefaults', 'providerDefaults', options);
      // The schema's object keeps only what companies inherit through their own settings.
      return v.parse(ProviderDefaultsSchema, structuredClone(store.data.provider));
    },

    async requestTypes(options) {
      await desk.read('requestTypes', 'requestTypes', options);
      return structuredClone([...store.data.requestTypes]);
    },

    async ticketOptions(options) {
      await desk.read('ticketOptions', 'ticketOptions', options);
      return structuredClone(store.data.ticketOptions);
    },

    async timeZones(options) {
      await desk.read('timeZones', 'timeZones', options);
      return [...store.data.timeZones];
    },
  };
}

import { PortalError, withMethods, type PortalAdmin } from '../contract/index.js';

/**
 * The client as our elements get it. The PSA's pages can change their company without being loaded anew, and an element
 * may be a moment behind: before each write the page is read once more, and a write for another company than it shows
 * now rejects with `forbidden`, `other-company`. Nothing is sent then. The worker asks the page too, see `PageGuard`.
 *
 * @param companyNow reads which company the page shows at this moment; null where it tells none.
 */
export function guardIdentity(admin: PortalAdmin, companyNow: () => number | null): PortalAdmin {
  function confirm(companyId: number): void {
    if (companyNow() !== companyId) throw new PortalError({ code: 'forbidden', reason: 'other-company' });
  }
  // Async, so that whoever calls gets a rejection and no exception.
  return withMethods(admin, {
    saveSettings: async (companyId, ...change) => {
      confirm(companyId);
      return admin.saveSettings(companyId, ...change);
    },
    createPortalUser: async (companyId, ...account) => {
      confirm(companyId);
      return admin.createPortalUser(companyId, ...account);
    },
    changePortalUser: async (companyId, ...change) => {
      confirm(companyId);
      return admin.changePortalUser(companyId, ...change);
    },
  });
}

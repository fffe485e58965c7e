import { PortalError, withMethods, type PortalAdmin, type PortalJobs } from '../contract/index.js';

/** Reads which company the page shows at this moment; null where it tells none. */
export type CompanyNow = () => number | null;

function confirm(companyId: number, companyNow: CompanyNow): void {
  if (companyNow() !== companyId) throw new PortalError({ code: 'forbidden', reason: 'other-company' });
}

/**
 * The client as our elements get it. The PSA's pages can change their company without being loaded anew, and an element
 * may be a moment behind: before each write the page is read once more, and a write for another company than it shows
 * now rejects with `forbidden`, `other-company`. Nothing is sent then. The worker asks the page too, see `PageGuard`.
 */
export function guardAdmin(admin: PortalAdmin, companyNow: CompanyNow): PortalAdmin {
  // Async, so that whoever calls gets a rejection and no exception.
  return withMethods(admin, {
    saveSettings: async (companyId, ...change) => {
      confirm(companyId, companyNow);
      return admin.saveSettings(companyId, ...change);
    },
    createContact: async (companyId, ...contact) => {
      confirm(companyId, companyNow);
      return admin.createContact(companyId, ...contact);
    },
    createPortalUser: async (companyId, ...account) => {
      confirm(companyId, companyNow);
      return admin.createPortalUser(companyId, ...account);
    },
    changePortalUser: async (companyId, ...change) => {
      confirm(companyId, companyNow);
      return admin.changePortalUser(companyId, ...change);
    },
  });
}

/** The same for jobs: none is started for another company. Those that are there already the worker holds to theirs. */
export function guardJobs(jobs: PortalJobs, companyNow: CompanyNow): PortalJobs {
  return {
    start: async (draft) => {
      confirm(draft.companyId, companyNow);
      return jobs.start(draft);
    },
    list: () => jobs.list(),
    steps: (...args) => jobs.steps(...args),
    pause: (jobId) => jobs.pause(jobId),
    resume: (jobId) => jobs.resume(jobId),
    cancel: (jobId) => jobs.cancel(jobId),
    retry: (jobId) => jobs.retry(jobId),
    undo: (jobId) => jobs.undo(jobId),
    forget: (jobId) => jobs.forget(jobId),
    takePasswords: (jobId) => jobs.takePasswords(jobId),
    subscribe: (listener) => jobs.subscribe(listener),
  };
}

import { memoryJobs, portalService } from 'psa-portal-admin';

// Your backend, which keeps the PSA's credentials, and the token of whoever is signed in. These are the sandbox's.
export const admin = portalService({
  baseUrl: 'http://127.0.0.1:4010/portal/v1',
  getToken: () => 'sandbox-portal-token',
});

/** Changes of many contacts, run in this page. */
export const jobs = memoryJobs(admin);

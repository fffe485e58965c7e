import type { Account } from '../store/accounts.js';

/** What each request of the portal service carries once its token is known. */
export interface ServiceEnv {
  Variables: { account: Account };
}

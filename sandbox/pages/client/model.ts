import type {
  Company,
  CompanySettings,
  ContactRow,
  PortalLogin,
  ProviderDefaults,
  RequestType,
  SecurityLevel,
  Taskfire,
} from '../../../src/model/index.js';
import type { Store } from '../../store/store.js';
import type { Markup } from '../widgets.js';

/** Everything that the page of one company shows. */
export interface ClientModel {
  readonly company: Company;
  readonly settings: CompanySettings;
  readonly provider: ProviderDefaults;
  readonly requestTypes: readonly RequestType[];
  readonly taskfire: Taskfire;
  readonly login: PortalLogin;
  readonly users: UserPage;
  readonly levels: readonly SecurityLevel[];
  readonly mayEdit: boolean;
  readonly message?: Markup;
}

/** One page of the users grid; pages count from 1. */
export interface UserPage {
  readonly rows: readonly ContactRow[];
  readonly page: number;
  readonly total: number;
}

export const USERS_PER_PAGE = 50;

/** Reads all of it, or resolves to null where there is no such company. `page` beyond the last shows the last. */
export async function readClient(
  store: Store,
  companyId: number,
  page: number,
): Promise<Omit<ClientModel, 'mayEdit'> | null> {
  const company = await store.companies.get(companyId);
  const login = await store.companies.portalLogin(companyId);
  if (company === null || login === null) return null;
  return {
    company,
    login,
    settings: (await store.settings.get(companyId)).settings,
    provider: await store.provider.defaults(),
    requestTypes: await store.provider.requestTypes(),
    taskfire: await store.taskfire.get(companyId),
    users: await readUsers(store, companyId, page),
    levels: await store.provider.securityLevels(),
  };
}

async function readUsers(store: Store, companyId: number, page: number): Promise<UserPage> {
  const total = await store.contacts.count(companyId);
  const shown = Math.min(page, Math.max(1, Math.ceil(total / USERS_PER_PAGE)));
  const offset = (shown - 1) * USERS_PER_PAGE;
  return {
    rows: await store.contacts.rows(companyId, { offset, limit: USERS_PER_PAGE }),
    page: shown,
    total,
  };
}

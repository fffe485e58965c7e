import { settingKeys, type SettingKey } from '../../src/model/index.js';
import type { Account } from '../store/accounts.js';

const available = { state: 'available' } as const;
/** S15: seen, but not changed. */
const permissionMissing = { state: 'read-only', reason: 'permission-missing' } as const;

type Availability = typeof available | typeof permissionMissing;

/** What an account can do here, in the shape of the document's `Capabilities`. It is the same for every company. */
export function capabilitiesOf(account: Account): {
  operations: Record<string, Availability>;
  settings: Record<string, Availability>;
} {
  const write = account.mayConfigurePortal ? available : permissionMissing;
  const everySetting = settingKeys.map((key): [SettingKey, Availability] => [key, write]);
  return {
    operations: {
      companies: available,
      settings: write,
      contacts: write,
      portalUsers: write,
      portalLogin: available,
      providerDefaults: available,
      requestTypes: available,
      ticketOptions: available,
      timeZones: available,
      taskfire: write,
      ssoLog: available,
      logos: write,
      globalSettings: write,
    },
    settings: Object.fromEntries(everySetting),
  };
}

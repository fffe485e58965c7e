import {
  operations,
  PortalError,
  type Availability,
  type Capabilities,
  type PortalAdmin,
} from '../contract/index.js';
import { settingKeys } from '../model/index.js';

const absent: Availability = { state: 'absent', reason: 'not-connected' };

/** `Object.fromEntries` with the keys' type kept. */
function forEach<K extends string>(keys: readonly K[]): Record<K, Availability> {
  return Object.fromEntries(keys.map((key) => [key, absent])) as Record<K, Availability>;
}

const nothing: Capabilities = { operations: forEach(operations), settings: forEach(settingKeys) };

const refuse = (): Promise<never> => Promise.reject(new PortalError({ code: 'auth' }));

/** What a frame of a PSA gets that nobody has connected: it can say so, and nothing else. */
export const notConnected: PortalAdmin = {
  capabilities: () => Promise.resolve(nothing),
  companies: refuse,
  company: refuse,
  portalLogin: refuse,
  taskfire: refuse,
  taskfireAgreement: refuse,
  billingContracts: refuse,
  enableTaskfire: refuse,
  disableTaskfire: refuse,
  setTaskfireBilling: refuse,
  ssoEvents: refuse,
  logos: refuse,
  setLogo: refuse,
  removeLogo: refuse,
  providerDefaults: refuse,
  globalSettings: refuse,
  saveGlobalSettings: refuse,
  requestTypes: refuse,
  ticketOptions: refuse,
  timeZones: refuse,
  settings: refuse,
  saveSettings: refuse,
  contacts: refuse,
  createContact: refuse,
  portalUserOptions: refuse,
  takenUserNames: refuse,
  portalUsers: refuse,
  createPortalUser: refuse,
  changePortalUser: refuse,
  subscribe: () => () => undefined,
};

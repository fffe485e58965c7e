import type { PortalMethod } from '../../src/contract/index.js';

const contact = {
  firstName: 'Mara',
  lastName: 'Adler',
  email: 'mara@people.example',
  phone: null,
  title: null,
};
const account = {
  contactId: 1,
  userName: 'mara.adler',
  isActive: true,
  securityLevel: 1,
  dateFormat: 1,
  timeFormat: 1,
  numberFormat: 1,
  password: 'Secret-Pass-1',
};

/** What each method that is about a company takes besides it. */
const more: Partial<Record<PortalMethod, unknown[]>> = {
  saveSettings: [{ notifications: false }, 'v'],
  contacts: [null],
  enableTaskfire: [{ agreementVersion: '1', confirmed: ['terms'] }, 'v'],
  disableTaskfire: [[{ from: 4, to: 1 }], 'v'],
  setTaskfireBilling: [{ contractId: 1, serviceId: 2 }, 'v'],
  ssoEvents: [null],
  setLogo: ['login', { data: 'R0lGODlh' }, 'v'],
  removeLogo: ['header', 'v'],
  portalUsers: [[1]],
  createContact: [contact],
  createPortalUser: [account],
  changePortalUser: [1, { isActive: false }, null],
};

/** Arguments that are the method's own, for this company where it is about one. */
export function argsFor(method: PortalMethod, companyId: number): unknown[] {
  if (method === 'saveGlobalSettings') return [{ twoFactor: 'all' }, 'v'];
  return [companyId, ...(more[method] ?? [])];
}

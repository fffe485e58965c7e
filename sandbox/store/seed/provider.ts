import { createHash } from 'node:crypto';
import type { GlobalSettings } from '../../../src/model/index.js';
import { passwordHash, tokenHash } from '../accounts.js';
import type { Statement } from '../database.js';
import type { ColumnValues } from '../rows.js';
import { insertStatements } from './insert.js';

/** Documented in sandbox/README.md: they open nothing but this sandbox. */
const accounts = [
  { name: 'admin', displayName: 'Alva Nordwind', mayConfigurePortal: 1, accessToken: 'sandbox-portal-token' },
  { name: 'viewer', displayName: 'Veit Leser', mayConfigurePortal: 0, accessToken: 'sandbox-viewer-token' },
];

const settings: GlobalSettings = {
  twoFactor: 'taskfire',
  quickTicket: { requestTypeId: 1, priority: 2, queueId: 5, titleEditable: true },
  headquartersTimeZone: 'Europe/Berlin',
  isEarlyAccessActivated: true,
  genericLoginUrl: 'https://nordwind.itclientportal.com/',
  ticketsFrom: null,
};

/** Own numbers: the vendor's country ids are not documented. */
const countries = [
  { id: 1, code: 'DE', name: 'Germany' },
  { id: 2, code: 'AT', name: 'Austria' },
  { id: 3, code: 'CH', name: 'Switzerland' },
  { id: 4, code: 'US', name: 'United States' },
  { id: 5, code: 'CA', name: 'Canada' },
  { id: 6, code: 'GB', name: 'United Kingdom' },
] as const;

/** The id of a country by its ISO code. */
export function countryId(code: (typeof countries)[number]['code']): number | null {
  return countries.find((country) => country.code === code)?.id ?? null;
}

/** 1 to 5 are the PSA's own; 6 and 7 this provider's. */
export const securityLevels = [
  { id: 1, name: 'Basic', kind: 'portal', isSystem: 1, isActive: 1 },
  { id: 2, name: 'Advanced', kind: 'portal', isSystem: 1, isActive: 1 },
  { id: 3, name: 'Manager', kind: 'portal', isSystem: 1, isActive: 1 },
  { id: 4, name: 'Resource', kind: 'taskfire', isSystem: 1, isActive: 1 },
  { id: 5, name: 'Administrator', kind: 'taskfire', isSystem: 1, isActive: 1 },
  { id: 6, name: 'Read-only tickets', kind: 'portal', isSystem: 0, isActive: 1 },
  { id: 7, name: 'Taskfire dispatcher', kind: 'taskfire', isSystem: 0, isActive: 1 },
];

/** The last one was deactivated after companies had chosen it. */
const requestTypes = [
  { id: 1, name: 'Incident', isActive: 1, groupName: 'Support' },
  { id: 2, name: 'Service request', isActive: 1, groupName: 'Support' },
  { id: 3, name: 'New employee', isActive: 1, groupName: 'People' },
  { id: 4, name: 'Employee leaves', isActive: 1, groupName: 'People' },
  { id: 5, name: 'Hardware order', isActive: 1, groupName: 'Orders' },
  { id: 6, name: 'Fax line', isActive: 0, groupName: null },
];

/** Everything that belongs to the provider rather than to a company. */
export async function providerStatements(): Promise<Statement[]> {
  return [
    ...insertStatements('countries', countries),
    ...insertStatements('security_levels', securityLevels),
    ...insertStatements('request_types', requestTypes),
    ...insertStatements('provider', [{ id: 1, settings: JSON.stringify(settings) }]),
    ...insertStatements('accounts', await Promise.all(accounts.map(accountRow))),
    ...insertStatements(
      'access_tokens',
      accounts.map(({ name, accessToken }) => ({ tokenHash: tokenHash(accessToken), account: name })),
    ),
  ];
}

/** Demo passwords equal the names. The salt follows from the name, so that two seeds are equal. */
async function accountRow(account: (typeof accounts)[number]): Promise<ColumnValues> {
  const { name, displayName, mayConfigurePortal } = account;
  const salt = createHash('sha256').update(`salt of ${name}`).digest().subarray(0, 16);
  return { name, displayName, mayConfigurePortal, passwordHash: await passwordHash(name, salt) };
}

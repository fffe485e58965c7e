import { defaultSettings, type SomeSettings } from '../../../src/model/index.js';
import type { Statement } from '../database.js';
import type { ColumnValues } from '../rows.js';
import { contractStatements, licenceServiceId } from './contracts.js';
import { insertStatements } from './insert.js';
import { SEED_DATE } from './people.js';
import { countryId } from './provider.js';

/** A company as the seeds write it down; what they do not say is the same everywhere. */
export interface SeedCompany {
  readonly id: number;
  readonly name: string;
  readonly country: Parameters<typeof countryId>[0];
  readonly city: string;
  readonly state?: string;
  /** First part of the friendly portal URL; without it the company still has the legacy one. */
  readonly subdomain?: string;
  readonly parentId?: number;
  /** Company type, 1 = customer. */
  readonly type?: number;
  readonly hasIdentityProvider?: boolean;
  /** What differs from the default settings. */
  readonly settings?: SomeSettings;
  /** The last day of the contract that carries the licence fee. */
  readonly taskfire?: { readonly contractEnds: string } | 'without-billing';
}

/** Inserts companies with their settings and Taskfire agreements; parents must come before their children. */
export function companyStatements(companies: readonly SeedCompany[]): Statement[] {
  return [
    ...insertStatements('companies', companies.map(companyColumns)),
    ...insertStatements('portal_settings', companies.flatMap(settingsRows)),
    ...contractStatements(companies),
    ...insertStatements('taskfire', companies.flatMap(taskfireRows)),
    ...insertStatements('taskfire_versions', companies.flatMap(taskfireVersionRows)),
  ];
}

function companyColumns(company: SeedCompany): ColumnValues {
  return {
    id: company.id,
    companyName: company.name,
    companyNumber: `C-${company.id.toString().padStart(5, '0')}`,
    companyType: company.type ?? 1,
    ownerResourceID: 1,
    parentCompanyID: company.parentId ?? null,
    phone: `+49 40 555 ${company.id.toString().padStart(4, '0')}`,
    city: company.city,
    state: company.state ?? null,
    countryID: countryId(company.country),
    createDate: SEED_DATE,
    lastActivityDate: SEED_DATE,
    lastTrackedModifiedDateTime: SEED_DATE,
    portalSubdomain: company.subdomain ?? '',
    hasIdentityProvider: Number(company.hasIdentityProvider ?? false),
  };
}

function settingsRows({ id, settings }: SeedCompany): ColumnValues[] {
  if (settings === undefined) return [];
  const all = JSON.stringify({ ...defaultSettings, ...settings });
  return [{ companyID: id, settings: all, version: 1, changedBy: 'admin', changedAt: SEED_DATE }];
}

function taskfireRows({ id, taskfire }: SeedCompany): ColumnValues[] {
  if (taskfire === undefined) return [];
  const serviceID = taskfire === 'without-billing' ? null : licenceServiceId(id);
  return [
    {
      companyID: id,
      acceptedBy: 'Alva Nordwind',
      acceptedAt: SEED_DATE,
      agreementVersion: '2025-1',
      serviceID,
    },
  ];
}

function taskfireVersionRows({ id, taskfire }: SeedCompany): ColumnValues[] {
  return taskfire === undefined ? [] : [{ companyID: id, version: 1 }];
}

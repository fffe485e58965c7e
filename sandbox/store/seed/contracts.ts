import { isProviderCompany } from '../../../src/model/index.js';
import type { Statement } from '../database.js';
import type { ColumnValues } from '../rows.js';
import { insertStatements } from './insert.js';

/** What of a company decides about its contracts. */
interface Customer {
  readonly id: number;
  readonly taskfire?: { readonly contractEnds: string } | 'without-billing';
}

/** A company's contracts have ids from here on, ten for each company; their services ten times that. */
const FIRST = 10_000;
const SOON_DAYS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

const contractId = (companyId: number, index: number): number => FIRST + companyId * 10 + index;
const serviceId = (companyId: number, index: number, service: number): number =>
  contractId(companyId, index) * 10 + service;

/** The service of the first contract that carries the Taskfire licence fee. */
export const licenceServiceId = (companyId: number): number => serviceId(companyId, 0, 0);

/** Each customer has three recurring contracts: the one in use, one that ends soon, one that is over. */
export function contractStatements(companies: readonly Customer[]): Statement[] {
  const customers = companies.filter(({ id }) => !isProviderCompany(id));
  return [
    ...insertStatements('contracts', customers.flatMap(contractRows)),
    ...insertStatements('contract_services', customers.flatMap(serviceRows)),
  ];
}

/** "Soon" is the one thing in the seed that depends on the day. */
function contractRows({ id, taskfire }: Customer): ColumnValues[] {
  const soon = new Date(Date.now() + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  const inUse = typeof taskfire === 'object' ? taskfire.contractEnds : null;
  const contracts: [name: string, expiresOn: string | null][] = [
    ['Managed services', inUse],
    ['Device rental', soon],
    ['Support 2025', '2025-12-31'],
  ];
  return contracts.map(([name, expiresOn], index) => ({
    ...{ id: contractId(id, index), companyID: id, name, expiresOn },
  }));
}

function serviceRows({ id }: Customer): ColumnValues[] {
  return [0, 1, 2].flatMap((index) =>
    ['Taskfire licence', 'Workplace'].map((name, service) => ({
      ...{ id: serviceId(id, index, service), contractID: contractId(id, index), name },
    })),
  );
}

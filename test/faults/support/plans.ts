import type { Job, JobDraft } from '../../../src/contract/index.js';
import type { PlannedStep, PortalUser, PortalUserChange } from '../../../src/model/index.js';
import { COMPANY, type Person } from './fault-psa.js';

/** A job's draft, and what each contact's account must be afterwards. */
export interface Plan {
  readonly draft: JobDraft;
  readonly expected: ReadonlyMap<number, Omit<PortalUser, 'id'>>;
}

/** Levels that any company may use. */
const LEVELS = [1, 2, 3];
const REFUSED_EVERY = 50;

function planOf(kind: Job['kind'], steps: JobDraft['steps'], expected: Plan['expected']): Plan {
  const company = { companyId: COMPANY.id, companyName: COMPANY.name };
  return { draft: { id: crypto.randomUUID(), ...company, kind, steps }, expected };
}

/** Gives each of them an account. */
export function creation(people: readonly Person[], random: () => number): Plan {
  const accounts = people.map(({ id }) => ({
    contactId: id,
    userName: `fault-${id.toString()}@bergresort.example`,
    isActive: true,
    securityLevel: pick(LEVELS, random),
    dateFormat: 1,
    timeFormat: 1,
    numberFormat: 1,
  }));
  const steps = accounts.map((account, index): PlannedStep => {
    const contactName = people[index]?.name ?? '';
    return { action: 'create', contactId: account.contactId, contactName, account };
  });
  return planOf('activate', steps, new Map(accounts.map((account) => [account.contactId, account])));
}

/** Changes each account, except that every so many the plan itself says no. */
export function changing(
  kind: Job['kind'],
  people: readonly Person[],
  accounts: readonly PortalUser[],
  random: () => number,
): Plan {
  const expected = new Map<number, PortalUser>();
  const steps = people.map(({ id: contactId, name: contactName }, index): PlannedStep => {
    const before = accounts.find((account) => account.contactId === contactId);
    if (before === undefined) throw new Error(`contact ${contactId} has no account to change`);
    if (index % REFUSED_EVERY === 0) {
      expected.set(contactId, before);
      return { action: 'refused', contactId, contactName, reason: 'contact-inactive' };
    }
    const change = changeOf(kind, before, random);
    expected.set(contactId, { ...before, ...change });
    return { action: 'change', contactId, contactName, before, change };
  });
  return planOf(kind, steps, expected);
}

function changeOf(kind: Job['kind'], before: PortalUser, random: () => number): PortalUserChange {
  if (kind !== 'change') return { isActive: kind === 'activate' };
  const others = LEVELS.filter((level) => level !== before.securityLevel);
  return { securityLevel: pick(others, random) };
}

function pick<T>(all: readonly T[], random: () => number): T {
  const found = all[Math.floor(random() * all.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

import { PortalError } from '../../contract/index.js';
import {
  billingProblems,
  disableProblems,
  enableProblems,
  sortName,
  type AgreementAcceptance,
  type BillingChoice,
  type LevelInUse,
  type LevelMove,
  type MovedUser,
  type Taskfire,
  type TaskfireBilling,
  type TaskfireProblem,
} from '../../model/index.js';
import type { MemoryCompany } from './memory-data.js';
import type { MemoryStore } from './store.js';

/** T: Taskfire with what follows from the company's accounts. */
export function taskfireOf(store: MemoryStore, companyId: number): Taskfire {
  const company = store.company(companyId);
  if (!company.taskfire.isActive) return structuredClone(company.taskfire);
  const { isActive, version, acceptedBy, acceptedAt, billing } = company.taskfire;
  const levelsInUse = levelsInUseOf(store, company);
  const ids = levelsInUse.map(({ id }) => id);
  const licences = accountsOf(company).filter(
    (account) => account.isActive && ids.includes(account.securityLevel),
  ).length;
  return structuredClone({ isActive, version, acceptedBy, acceptedAt, licences, levelsInUse, billing });
}

/** T1: checked and done as a server would. Rejects with `validation`. */
export function enable(
  store: MemoryStore,
  companyId: number,
  acceptance: AgreementAcceptance,
  acceptedBy: string,
): void {
  const { agreement } = store.data;
  const isPortalEnabled = store.company(companyId).settings.portalEnabled;
  const taskfire = taskfireOf(store, companyId);
  refuse(enableProblems(acceptance, { taskfire, agreement, isPortalEnabled }));
  const acceptedAt = store.now().toISOString();
  store.putTaskfire(companyId, { isActive: true, acceptedBy, acceptedAt, agreement, billing: null });
}

/** T3: checked and done as a server would. Rejects with `validation`. */
export function disable(store: MemoryStore, companyId: number, moves: readonly LevelMove[]): MovedUser[] {
  const { securityLevels: levels } = store.data.portalUserOptions;
  refuse(disableProblems(moves, { taskfire: taskfireOf(store, companyId), levels }));
  const moved = store.company(companyId).rows.flatMap(({ contact, portalUser }) => {
    const move = moves.find(({ from }) => from === portalUser?.securityLevel);
    if (portalUser === null || move === undefined) return [];
    store.putPortalUser(companyId, { ...portalUser, securityLevel: move.to });
    return [{ contactId: contact.id, contactName: sortName(contact), ...move }];
  });
  store.putTaskfire(companyId, { isActive: false });
  return moved;
}

/** T2: checked and done as a server would. Rejects with `validation`. */
export function bill(store: MemoryStore, companyId: number, choice: BillingChoice): void {
  const { contracts, taskfire: kept } = store.company(companyId);
  const company = { id: companyId, taskfire: taskfireOf(store, companyId), contracts };
  refuse(billingProblems(choice, company, store.now().toISOString().slice(0, 10)));
  if (kept.isActive) store.putTaskfire(companyId, { ...kept, billing: billingOf(contracts, choice) });
}

/** What somebody else may do beside this client. */
export interface TaskfireByAnother {
  enable(companyId: number): void;
  disable(companyId: number, moves: readonly LevelMove[]): void;
  bill(companyId: number, choice: BillingChoice): void;
}

export function taskfireByAnother(store: MemoryStore, name: string): TaskfireByAnother {
  return {
    enable: (companyId) => {
      const { version, confirmations } = store.data.agreement;
      const acceptance = { agreementVersion: version, confirmed: confirmations.map(({ id }) => id) };
      enable(store, companyId, acceptance, name);
    },
    disable: (companyId, moves) => {
      disable(store, companyId, moves);
    },
    bill: (companyId, choice) => {
      bill(store, companyId, choice);
    },
  };
}

function accountsOf({ rows }: MemoryCompany) {
  return rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser]));
}

function levelsInUseOf(store: MemoryStore, company: MemoryCompany): LevelInUse[] {
  const accounts = accountsOf(company);
  return store.data.portalUserOptions.securityLevels
    .filter(({ kind }) => kind === 'taskfire')
    .map(({ id, name }) => ({
      ...{ id, name },
      users: accounts.filter(({ securityLevel }) => securityLevel === id).length,
    }))
    .filter(({ users }) => users > 0);
}

function billingOf(contracts: MemoryCompany['contracts'], choice: BillingChoice): TaskfireBilling | null {
  const contract = contracts.find(({ id }) => id === choice?.contractId);
  const service = contract?.services.find(({ id }) => id === choice?.serviceId);
  if (contract === undefined || service === undefined) return null;
  return {
    ...{ contractId: contract.id, contractName: contract.name },
    ...{ serviceId: service.id, serviceName: service.name, expiresOn: contract.expiresOn },
  };
}

function refuse(problems: TaskfireProblem[]): void {
  if (problems.length > 0) throw new PortalError({ code: 'validation', problems });
}

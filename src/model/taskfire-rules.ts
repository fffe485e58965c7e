import { isProviderCompany } from './ids.js';
import type { SecurityLevel } from './security-level.js';
import type {
  AgreementAcceptance,
  BillingChoice,
  BillingContract,
  LevelInUse,
  LevelMove,
  Taskfire,
  TaskfireAgreement,
} from './taskfire.js';

export type TaskfireProblemCode =
  /** T1: there is another text by now. */
  | 'agreement-changed'
  /** T1 */
  | 'confirmations-missing'
  /** S1: nobody could log in, and while Taskfire is active the portal cannot be switched off or on. */
  | 'portal-disabled'
  | 'taskfire-active'
  | 'taskfire-inactive'
  /** T3: somebody has the Taskfire level of which the path names the id. */
  | 'level-move-missing'
  /** T3: what is to be moved is no Taskfire level, or where to is no active portal level. */
  | 'level-invalid'
  /** T4: company 0. */
  | 'never-billed'
  | 'contract-unknown'
  /** T2: it ended, so nothing could be added to it. */
  | 'contract-expired'
  | 'service-unknown';

/** What speaks against a change of Taskfire. `path` leads into what was sent. */
export interface TaskfireProblem {
  readonly path: string[];
  readonly code: TaskfireProblemCode;
}

/** T1: the confirmations that still have to be ticked. */
export function missingConfirmations(agreement: TaskfireAgreement, confirmed: readonly string[]): string[] {
  return agreement.confirmations.map(({ id }) => id).filter((id) => !confirmed.includes(id));
}

/** T1: what speaks against enabling Taskfire with this acceptance. */
export function enableProblems(
  acceptance: AgreementAcceptance,
  company: {
    readonly taskfire: Taskfire;
    readonly agreement: TaskfireAgreement;
    readonly isPortalEnabled: boolean;
  },
): TaskfireProblem[] {
  const { taskfire, agreement, isPortalEnabled } = company;
  if (taskfire.isActive) return [{ path: [], code: 'taskfire-active' }];
  if (!isPortalEnabled) return [{ path: [], code: 'portal-disabled' }];
  if (acceptance.agreementVersion !== agreement.version)
    return [{ path: ['agreementVersion'], code: 'agreement-changed' }];
  return missingConfirmations(agreement, acceptance.confirmed).length > 0
    ? [{ path: ['confirmed'], code: 'confirmations-missing' }]
    : [];
}

/** T3: the Taskfire levels that somebody has and for which no move says where to. */
export function levelsWithoutMove(inUse: readonly LevelInUse[], moves: readonly LevelMove[]): LevelInUse[] {
  return inUse.filter(({ id }) => !moves.some(({ from }) => from === id));
}

/** T3: the levels to which users of Taskfire levels can be moved. */
export function portalLevels(levels: readonly SecurityLevel[]): SecurityLevel[] {
  return levels.filter(({ kind, isActive }) => kind === 'portal' && isActive);
}

/** T3: what speaks against disabling Taskfire with these moves. Paths hold the id of the Taskfire level. */
export function disableProblems(
  moves: readonly LevelMove[],
  company: { readonly taskfire: Taskfire; readonly levels: readonly SecurityLevel[] },
): TaskfireProblem[] {
  const { taskfire, levels } = company;
  if (!taskfire.isActive) return [{ path: [], code: 'taskfire-inactive' }];
  const targets = portalLevels(levels).map(({ id }) => id);
  const sources = levels.filter(({ kind }) => kind === 'taskfire').map(({ id }) => id);
  const isWrong = ({ from, to }: LevelMove, index: number): boolean =>
    !sources.includes(from) ||
    !targets.includes(to) ||
    moves.findIndex((move) => move.from === from) !== index;
  return [
    ...moves
      .filter(isWrong)
      .map(({ from }): TaskfireProblem => ({ path: [String(from)], code: 'level-invalid' })),
    ...levelsWithoutMove(taskfire.levelsInUse, moves).map(({ id }): TaskfireProblem => ({
      path: [String(id)],
      code: 'level-move-missing',
    })),
  ];
}

/** T2: what speaks against this choice. `today` is a date, `2026-11-24`. */
export function billingProblems(
  choice: BillingChoice,
  company: {
    readonly id: number;
    readonly taskfire: Taskfire;
    readonly contracts: readonly BillingContract[];
  },
  today: string,
): TaskfireProblem[] {
  if (!company.taskfire.isActive) return [{ path: [], code: 'taskfire-inactive' }];
  if (choice === null) return [];
  if (isProviderCompany(company.id)) return [{ path: [], code: 'never-billed' }];
  const contract = company.contracts.find(({ id }) => id === choice.contractId);
  if (contract === undefined) return [{ path: ['contractId'], code: 'contract-unknown' }];
  if (isOver(contract.expiresOn, today)) return [{ path: ['contractId'], code: 'contract-expired' }];
  return contract.services.some(({ id }) => id === choice.serviceId)
    ? []
    : [{ path: ['serviceId'], code: 'service-unknown' }];
}

/** So many days before a contract's end it is time to renew it. */
const SOON_DAYS = 30;

export type ContractEnd = 'open' | 'later' | 'soon' | 'over';

/** T2: how far away the last day of a contract is. Both are dates; null = open-ended. */
export function contractEnd(expiresOn: string | null, today: string): ContractEnd {
  if (expiresOn === null) return 'open';
  if (isOver(expiresOn, today)) return 'over';
  const daysLeft = (Date.parse(expiresOn) - Date.parse(today)) / (24 * 60 * 60 * 1000);
  return daysLeft <= SOON_DAYS ? 'soon' : 'later';
}

function isOver(expiresOn: string | null, today: string): boolean {
  return expiresOn !== null && expiresOn < today;
}

/** T2: true once the billing contract's last day is over. `today` is a date, `2026-11-24`. */
export function isBillingContractExpired(taskfire: Taskfire, today: string): boolean {
  return taskfire.isActive && isOver(taskfire.billing?.expiresOn ?? null, today);
}

/** T4: licences are billed per Taskfire user, but never for the provider's own company. */
export function billedLicences(companyId: number, taskfireUsers: number): number {
  return isProviderCompany(companyId) ? 0 : taskfireUsers;
}

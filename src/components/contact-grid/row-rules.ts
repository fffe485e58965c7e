import {
  portalStatus,
  taskfireLevelsNeedTaskfire,
  type ContactRow,
  type SecurityLevel,
} from '../../model/index.js';
import type { CompanyFacts } from './company-facts.js';

/** Why somebody should look at a contact. */
export type AttentionReason =
  /** The contact was deactivated, the login was not: the person can still sign in. */
  | 'inactive-with-login'
  /** Without an address nobody can reset the password, and the PSA has no user name to suggest. */
  | 'no-email'
  /** The account has a level that this PSA does not list. */
  | 'level-unknown'
  /** T5: a Taskfire level without Taskfire. */
  | 'level-needs-taskfire';

/** What is known beside the rows themselves. Unknown parts (still loading, or not offered) raise no alarm. */
export interface RowRules {
  readonly levels: ReadonlyMap<number, SecurityLevel> | undefined;
  readonly isTaskfireActive: boolean;
  /** False where the backend does not tell portal accounts: then no row has one, and that means nothing. */
  readonly knowsPortalUsers: boolean;
}

export const noRules: RowRules = { levels: undefined, isTaskfireActive: true, knowsPortalUsers: true };

export function rowRules({ company, options, capabilities }: CompanyFacts): RowRules {
  const levels = options && new Map(options.securityLevels.map((level) => [level.id, level]));
  const knowsPortalUsers = capabilities.operations.portalUsers.state !== 'absent';
  return { levels, isTaskfireActive: company.isTaskfireActive, knowsPortalUsers };
}

/** Everything about a contact that needs a look, the most urgent first. */
export function attentionReasons(row: ContactRow, rules: RowRules): AttentionReason[] {
  const isActive = portalStatus(row) === 'active';
  const reasons: AttentionReason[] = [];
  if (isActive && !row.contact.isActive) reasons.push('inactive-with-login');
  if (row.contact.isActive && !row.contact.email) reasons.push('no-email');
  const levelReason = isActive ? levelAttention(row, rules) : undefined;
  if (levelReason !== undefined) reasons.push(levelReason);
  return reasons;
}

function levelAttention({ portalUser }: ContactRow, rules: RowRules): AttentionReason | undefined {
  if (portalUser === null || rules.levels === undefined) return undefined;
  const level = rules.levels.get(portalUser.securityLevel);
  if (level === undefined) return 'level-unknown';
  return taskfireLevelsNeedTaskfire(level, rules.isTaskfireActive) ? undefined : 'level-needs-taskfire';
}

/** The filters above the grid. */
export const rowGroups = ['all', 'active', 'not-active', 'attention'] as const;
export type RowGroup = (typeof rowGroups)[number];

/** Whether a contact is shown under a filter. */
export function belongsTo(group: RowGroup, row: ContactRow, rules: RowRules): boolean {
  switch (group) {
    case 'all':
      return true;
    case 'active':
      return portalStatus(row) === 'active';
    case 'not-active':
      return portalStatus(row) !== 'active';
    case 'attention':
      return attentionReasons(row, rules).length > 0;
  }
}

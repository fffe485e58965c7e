import {
  portalStatus,
  taskfireLevelsNeedTaskfire,
  type ContactRow,
  type PortalUserOptions,
  type SecurityLevel,
} from '../../model/index.js';
import type { CompanyFacts } from './company-facts.js';
import type { ListedRow } from './listed-rows.js';

/** Why somebody should look at a contact. */
export type AttentionReason =
  /** The contact was deactivated, the login was not: the person can still sign in. */
  | 'inactive-with-login'
  /** Without an address nobody can reset the password, and the PSA has no user name to suggest. */
  | 'no-email'
  /** Another contact has the same address: who signs in with Google or Microsoft must choose, an identity provider fails. */
  | 'shared-email'
  /** The account has a level that this PSA does not list. */
  | 'level-unknown'
  /** T5: a Taskfire level without Taskfire. */
  | 'level-needs-taskfire';

/** The formats of an account. */
export const formatFields = ['dateFormat', 'timeFormat', 'numberFormat'] as const;
export type FormatField = (typeof formatFields)[number];

/** The most urgent first. */
export const reasonsInOrder = [
  'inactive-with-login',
  'no-email',
  'shared-email',
  'level-unknown',
  'level-needs-taskfire',
] as const satisfies readonly AttentionReason[];

/** What is known beside the rows themselves. Unknown parts (still loading, or not offered) raise no alarm. */
export interface RowRules {
  readonly levels: ReadonlyMap<number, SecurityLevel> | undefined;
  /** What the values of formats are called. */
  readonly formats: Readonly<Record<FormatField, ReadonlyMap<number, string>>> | undefined;
  readonly isTaskfireActive: boolean;
  /** False where the backend does not tell portal accounts: then no row has one, and that means nothing. */
  readonly knowsPortalUsers: boolean;
}

export const noRules: RowRules = {
  levels: undefined,
  formats: undefined,
  isTaskfireActive: true,
  knowsPortalUsers: true,
};

export function rowRules({ company, options, capabilities }: CompanyFacts): RowRules {
  const levels = options && new Map(options.securityLevels.map((level) => [level.id, level]));
  const knowsPortalUsers = capabilities.operations.portalUsers.state !== 'absent';
  const formats = options && formatNames(options);
  return { levels, formats, isTaskfireActive: company.isTaskfireActive, knowsPortalUsers };
}

function formatNames(options: PortalUserOptions): RowRules['formats'] {
  const namesOf = (values: PortalUserOptions['dateFormats']): Map<number, string> =>
    new Map(values.map(({ value, label }) => [value, label]));
  return {
    dateFormat: namesOf(options.dateFormats),
    timeFormat: namesOf(options.timeFormats),
    numberFormat: namesOf(options.numberFormats),
  };
}

/** Everything about a contact that needs a look, the most urgent first. */
export function attentionReasons(row: ListedRow, rules: RowRules): AttentionReason[] {
  const isActive = portalStatus(row) === 'active';
  const reasons: AttentionReason[] = [];
  if (isActive && !row.contact.isActive) reasons.push('inactive-with-login');
  if (row.contact.isActive && !row.contact.email) reasons.push('no-email');
  if (row.contact.isActive && row.sharesEmail) reasons.push('shared-email');
  const levelReason = isActive ? levelAttention(row, rules) : undefined;
  if (levelReason !== undefined) reasons.push(levelReason);
  return reasons;
}

/** Whether there are any of these reasons. Asked of every row, so it makes no list of them. */
function needsAttention(row: ListedRow, rules: RowRules): boolean {
  const { contact } = row;
  const isActive = portalStatus(row) === 'active';
  if (contact.isActive ? !contact.email || row.sharesEmail === true : isActive) return true;
  return isActive && levelAttention(row, rules) !== undefined;
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
export function belongsTo(group: RowGroup, row: ListedRow, rules: RowRules): boolean {
  switch (group) {
    case 'all':
      return true;
    case 'active':
      return portalStatus(row) === 'active';
    case 'not-active':
      return portalStatus(row) !== 'active';
    case 'attention':
      return needsAttention(row, rules);
  }
}

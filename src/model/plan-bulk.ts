import type { PlannedStep } from './bulk-plan.js';
import type { CompanyRows } from './company-rows.js';
import type { BulkRequest, BulkTarget, Formats, GivenValues, Refusal } from './bulk-request.js';
import { sortName, type Contact, type ContactRow, type PortalUser } from './contact.js';
import { hasAlready } from './has-already.js';
import { levelChooser, type LevelChoice } from './level-rules.js';
import type { PortalUserChange, PortalUserOptions } from './portal-user-draft.js';
import { taskfireLevelsNeedTaskfire, type SecurityLevel } from './security-level.js';
import { TakenNames } from './taken-names.js';
import { nameMaker, type NameMaker } from './user-name-pattern.js';
import { userNameProblem } from './user-name.js';

/** What a plan is made on. */
export interface BulkContext {
  /** All contacts of the company: their accounts' user names are taken. */
  readonly rows: CompanyRows;
  readonly options: PortalUserOptions;
  readonly isTaskfireActive: boolean;
  /** User names of other companies' accounts, as far as they are known; in lower case. */
  readonly takenElsewhere?: ReadonlySet<string>;
}

/** What a step is to become before it says whom it is about. */
type Outcome =
  | Refusal
  | { readonly account: Pick<PortalUser, 'userName' | 'securityLevel' | keyof Formats> }
  | { readonly before: PortalUser; readonly change: PortalUserChange };
type Planner = (row: ContactRow, target: BulkTarget) => Outcome;

/**
 * What becomes of each chosen contact, in the order of the targets: one step each, refused where a rule of the PSA or of
 * the request speaks against it. Contacts that are none of the company's, and second mentions, are left out.
 */
export function planBulk(
  request: BulkRequest,
  targets: readonly BulkTarget[],
  context: BulkContext,
): PlannedStep[] {
  const plan = plannerOf(request, context);
  const steps = new Map<number, PlannedStep>();
  for (const target of targets) {
    const row = context.rows.rowOf(target.contactId);
    if (row === undefined || steps.has(target.contactId)) continue;
    steps.set(target.contactId, stepOf(row.contact, target.objection ?? plan(row, target)));
  }
  return [...steps.values()];
}

function stepOf(contact: Contact, outcome: Outcome): PlannedStep {
  const who = { contactId: contact.id, contactName: sortName(contact) };
  if ('reason' in outcome) return { action: 'refused', ...who, ...outcome };
  if ('before' in outcome) return { action: 'change', ...who, ...outcome };
  return { action: 'create', ...who, account: { ...outcome.account, contactId: contact.id, isActive: true } };
}

function plannerOf(request: BulkRequest, context: BulkContext): Planner {
  switch (request.action) {
    case 'activate':
      return activation(request, context);
    case 'deactivate':
      return deactivation;
    case 'change-level': {
      const levels = levelPicker(request.level, context);
      return ({ contact, portalUser }, { given }) => {
        if (portalUser === null) return { reason: 'account-missing' };
        const level = levels(contact, given?.securityLevel);
        return 'reason' in level ? level : changed(portalUser, { securityLevel: level.id });
      };
    }
    case 'change-formats':
      return ({ portalUser }, { given }) => {
        if (portalUser === null) return { reason: 'account-missing' };
        return changed(portalUser, { ...request.formats, ...formatsIn(given) });
      };
  }
}

const deactivation: Planner = ({ portalUser }) => {
  if (portalUser === null) return { reason: 'account-missing' };
  if (!portalUser.isActive) return { reason: 'already-inactive' };
  return { before: portalUser, change: { isActive: false } };
};

/** Only what is different is written: fields that have the value already stay out of the job and its undo. */
function changed(before: PortalUser, wanted: PortalUserChange): Outcome {
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => before[field as keyof PortalUserChange] !== value),
  );
  return hasAlready(before, change) ? { reason: 'has-already' } : { before, change };
}

function activation(request: Extract<BulkRequest, { action: 'activate' }>, context: BulkContext): Planner {
  const levels = levelPicker(request.level, context);
  const taken = new TakenNames(context.rows, context.takenElsewhere);
  const makeName = nameMaker(request.userName);
  const byId = levelsById(context.options);

  /** An account that is there keeps what nothing speaks against: its own values are what the person knows. */
  const reactivation = (contact: Contact, account: PortalUser, { given = {} }: BulkTarget): Outcome => {
    const isGiven = given.securityLevel !== undefined;
    const level =
      isGiven || request.renewsInactive
        ? levels(contact, given.securityLevel)
        : keptLevel(account, byId, context.isTaskfireActive);
    if ('reason' in level) return level;
    const formats = { ...(request.renewsInactive && request.formats), ...formatsIn(given) };
    const userName = givenName(given.userName, account, taken);
    if (typeof userName === 'object') return userName;
    return changed(account, { isActive: true, securityLevel: level.id, ...formats, userName });
  };

  return ({ contact, portalUser }, target) => {
    if (portalUser?.isActive === true) return { reason: 'already-active' };
    if (!contact.isActive) return { reason: 'contact-inactive' };
    if (request.needsEmail && (contact.email ?? '').trim() === '') return { reason: 'email-missing' };
    if (portalUser !== null) return reactivation(contact, portalUser, target);
    const level = levels(contact, target.given?.securityLevel);
    if ('reason' in level) return level;
    const userName = newName(contact, target.given?.userName, makeName, taken);
    if (typeof userName === 'object') return userName;
    return { account: { userName, securityLevel: level.id, ...request.formats, ...formatsIn(target.given) } };
  };
}

/** The name of a new account, which nobody after it can have. */
function newName(
  contact: Contact,
  given: string | undefined,
  makeName: NameMaker | undefined,
  taken: TakenNames,
): string | Refusal {
  if (given !== undefined) return claimed(given.trim(), taken);
  const made = makeName?.(contact) ?? 'user-name-missing';
  return typeof made === 'string' ? { reason: made } : claimed(taken.freeName(made), taken);
}

function givenName(given: string | undefined, account: PortalUser, taken: TakenNames): string | Refusal {
  const name = given?.trim() ?? account.userName;
  // Its own name, perhaps in other letters, is no one else's.
  if (name.toLowerCase() !== account.userName.toLowerCase()) return claimed(name, taken);
  return name;
}

function claimed(userName: string, taken: TakenNames): string | Refusal {
  const problem = userNameProblem(userName);
  if (problem !== undefined) return { reason: problem, ...(userName !== '' && { value: userName }) };
  const owner = taken.ownerOf(userName);
  if (owner !== undefined)
    return { reason: owner === 'plan' ? 'user-name-doubled' : 'user-name-taken', value: userName };
  taken.take(userName);
  return userName;
}

type LevelPicker = (contact: Contact, given: number | undefined) => SecurityLevel | Refusal;

function levelPicker(choice: LevelChoice, { options, isTaskfireActive }: BulkContext): LevelPicker {
  const choose = levelChooser(choice);
  const byId = levelsById(options);
  return (contact, given) => {
    const id = given ?? choose(contact);
    if (id === null) return { reason: 'level-missing' };
    const level = byId.get(id);
    if (level?.isActive !== true) return { reason: 'level-unknown', value: level?.name ?? id.toString() };
    if (!taskfireLevelsNeedTaskfire(level, isTaskfireActive))
      return { reason: 'level-needs-taskfire', value: level.name };
    return level;
  };
}

/** The level that an account has. One that is not offered any more can be kept, a Taskfire level only with Taskfire (T5). */
function keptLevel(
  { securityLevel: id }: PortalUser,
  byId: ReadonlyMap<number, SecurityLevel>,
  isTaskfireActive: boolean,
): { readonly id: number } | Refusal {
  const level = byId.get(id);
  if (level !== undefined && !taskfireLevelsNeedTaskfire(level, isTaskfireActive))
    return { reason: 'level-needs-taskfire', value: level.name };
  return { id };
}

function levelsById({ securityLevels }: PortalUserOptions): ReadonlyMap<number, SecurityLevel> {
  return new Map(securityLevels.map((level) => [level.id, level]));
}

function formatsIn(given: GivenValues = {}): Formats {
  const { dateFormat, timeFormat, numberFormat } = given;
  return {
    ...(dateFormat !== undefined && { dateFormat }),
    ...(timeFormat !== undefined && { timeFormat }),
    ...(numberFormat !== undefined && { numberFormat }),
  };
}

import { PortalError, type FieldProblem } from '../../contract/index.js';
import {
  applyChange,
  draftProblems,
  forceEarlyAccess,
  globalProblems,
  namesAmong,
  settingProblems,
  type CompanySettings,
  type ContactRow,
  type GlobalChange,
  type GlobalSettings,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
  type SomeSettings,
} from '../../model/index.js';
import type { MemoryCompany, MemoryData } from './memory-data.js';

/** The settings after a change, checked as a server checks them. Rejects with `validation`. */
export function changedSettings(
  data: MemoryData,
  { company, settings }: MemoryCompany,
  change: SomeSettings,
): CompanySettings {
  const after = forceEarlyAccess(applyChange(settings, change));
  const { provider, requestTypes } = data;
  const context = { isTaskfireActive: company.isTaskfireActive, provider, requestTypes };
  refuse(settingProblems(settings, after, context).map(({ key, code }) => ({ path: [key], code })));
  return after;
}

/** The global settings after a change, checked as a server checks them. Rejects with `validation`. */
export function changedGlobals({ provider, requestTypes }: MemoryData, change: GlobalChange): GlobalSettings {
  const after = { ...provider, ...change };
  refuse(globalProblems(provider, after, requestTypes).map(({ key, code }) => ({ path: [key], code })));
  return after;
}

/** Checks a new account as a server would. Rejects with `validation`. */
export function checkDraft(data: MemoryData, company: MemoryCompany, draft: PortalUserDraft): void {
  const row = company.rows.find(({ contact }) => contact.id === draft.contactId);
  if (row === undefined) throw refusal([{ path: ['contactId'], code: 'contact-unknown' }]);
  if (row.portalUser !== null) throw refusal([{ path: ['contactId'], code: 'contact-has-portal-user' }]);
  refuse([
    ...draftFieldProblems(data, company, row, draft),
    ...nameProblems(data, draft.userName, null),
    ...optionProblems(data, draft),
  ]);
}

/** The account after a change, checked as a server would: only what changes is looked at. Rejects with `validation`. */
export function changedPortalUser(
  data: MemoryData,
  company: MemoryCompany,
  row: ContactRow,
  before: PortalUser,
  change: PortalUserChange,
): PortalUser {
  const after = { ...before, ...change };
  // The password plays no part: it is only asked for where there is no account yet.
  const fields = draftFieldProblems(data, company, row, { ...after, password: '' });
  const switchesOn = change.isActive === true && !before.isActive;
  refuse([
    ...fields.filter(({ path: [field = ''] }) => (field === 'contactId' ? switchesOn : field in change)),
    ...nameProblems(data, after.userName, before.id),
    ...optionProblems(data, change),
  ]);
  return after;
}

/** User names are unique in the whole PSA, not only within the company (vendor REST help, ClientPortalUsers). */
export function takenNames(
  data: MemoryData,
  userNames: readonly string[],
  exceptId: number | null,
): string[] {
  const wanted = new Set(userNames.map((name) => name.toLowerCase()));
  const taken: string[] = [];
  for (const { rows } of data.companies)
    for (const { portalUser } of rows)
      if (portalUser !== null && portalUser.id !== exceptId && wanted.has(portalUser.userName.toLowerCase()))
        taken.push(portalUser.userName);
  return namesAmong(userNames, taken);
}

function draftFieldProblems(
  { portalUserOptions }: MemoryData,
  { company }: MemoryCompany,
  row: ContactRow,
  draft: PortalUserDraft,
): FieldProblem[] {
  const { isTaskfireActive } = company;
  const context = { row, levels: portalUserOptions.securityLevels, isTaskfireActive };
  return draftProblems(draft, context).map(({ field, code }) => ({ path: [field], code }));
}

function nameProblems(data: MemoryData, userName: string, exceptId: number | null): FieldProblem[] {
  const isTaken = takenNames(data, [userName], exceptId).length > 0;
  return isTaken ? [{ path: ['userName'], code: 'user-name-taken' }] : [];
}

function optionProblems({ portalUserOptions }: MemoryData, change: PortalUserChange): FieldProblem[] {
  const lists = [
    ['dateFormat', portalUserOptions.dateFormats],
    ['timeFormat', portalUserOptions.timeFormats],
    ['numberFormat', portalUserOptions.numberFormats],
  ] as const;
  return lists
    .filter(
      ([field, list]) => change[field] !== undefined && !list.some(({ value }) => value === change[field]),
    )
    .map(([field]) => ({ path: [field], code: 'option-unknown' }));
}

function refuse(problems: FieldProblem[]): void {
  if (problems.length > 0) throw refusal(problems);
}

function refusal(problems: FieldProblem[]): PortalError {
  return new PortalError({ code: 'validation', problems });
}

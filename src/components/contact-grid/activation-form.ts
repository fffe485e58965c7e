import {
  assignableLevels,
  draftProblems,
  suggestedUserName,
  generatePassword,
  type ContactRow,
  type DraftProblem,
  type Option,
  type PortalUserChange,
  type PortalUserDraft,
  type PortalUserOptions,
} from '../../model/index.js';
import type { Submission } from './row-changes.js';

/** What the admin fills in. */
export type FormValues = Pick<
  PortalUserDraft,
  'userName' | 'securityLevel' | 'dateFormat' | 'timeFormat' | 'numberFormat' | 'password'
>;
export type FormField = keyof FormValues;

/** Everything the form depends on. */
export interface FormContext {
  readonly row: ContactRow;
  readonly options: PortalUserOptions;
  readonly isTaskfireActive: boolean;
}

/** What the dialog is for. */
export type FormPurpose = 'activate' | 'reactivate' | 'change';

export function purposeOf({ portalUser }: ContactRow): FormPurpose {
  if (portalUser === null) return 'activate';
  return portalUser.isActive ? 'change' : 'reactivate';
}

/** What the form starts with: the account as it is, or what a new one would best have. */
export function initialValues({ row, options, isTaskfireActive }: FormContext): FormValues {
  if (row.portalUser !== null) return { ...row.portalUser, password: '' };
  const levels = assignableLevels(options.securityLevels, isTaskfireActive);
  const level = levels.find(({ kind }) => kind === 'portal') ?? levels[0];
  return {
    userName: suggestedUserName(row.contact.email),
    securityLevel: level?.id ?? 0,
    dateFormat: defaultOf(options.dateFormats),
    timeFormat: defaultOf(options.timeFormats),
    numberFormat: defaultOf(options.numberFormats),
    password: generatePassword(),
  };
}

function defaultOf(options: readonly Option[]): number {
  return (options.find(({ isDefault }) => isDefault) ?? options[0])?.value ?? 0;
}

/** What speaks against the values. Of an existing account only what changes is checked, as the PSA does. */
export function formProblems(values: FormValues, context: FormContext): DraftProblem[] {
  const { row, options, isTaskfireActive } = context;
  const draft = { ...values, contactId: row.contact.id, isActive: true };
  const problems = draftProblems(draft, { row, levels: options.securityLevels, isTaskfireActive });
  const account = row.portalUser;
  if (account === null) return problems;
  return problems.filter(({ field }) =>
    field === 'userName' || field === 'securityLevel' ? values[field] !== account[field] : true,
  );
}

/** What to send, or undefined where nothing was changed. */
export function submissionOf(values: FormValues, { row }: Pick<FormContext, 'row'>): Submission | undefined {
  const { portalUser, contact } = row;
  if (portalUser === null)
    return { kind: 'create', draft: { ...values, contactId: contact.id, isActive: true } };
  const change: PortalUserChange = {
    ...(values.userName !== portalUser.userName && { userName: values.userName }),
    ...(values.securityLevel !== portalUser.securityLevel && { securityLevel: values.securityLevel }),
    ...(values.dateFormat !== portalUser.dateFormat && { dateFormat: values.dateFormat }),
    ...(values.timeFormat !== portalUser.timeFormat && { timeFormat: values.timeFormat }),
    ...(values.numberFormat !== portalUser.numberFormat && { numberFormat: values.numberFormat }),
    ...(!portalUser.isActive && { isActive: true }),
  };
  return Object.keys(change).length === 0 ? undefined : { kind: 'change', portalUser, change };
}

const fields: readonly string[] = [
  'userName',
  'securityLevel',
  'dateFormat',
  'timeFormat',
  'numberFormat',
  'password',
] satisfies FormField[];

/** Whether a problem's path begins at a field of the form. */
export function isFormField(field: string | undefined): field is FormField {
  return field !== undefined && fields.includes(field);
}

import {
  assignableLevels,
  parsePattern,
  type BulkAction,
  type BulkRequest,
  type BulkTarget,
  type Formats,
  type LevelRule,
  type Option,
  type PatternProblem,
  type PortalUserOptions,
  type UserNamePattern,
} from '../../model/index.js';

/** Ready patterns, and one that is typed. */
export const patternKinds = ['email', 'first-last', 'initial-last', 'own'] as const;
export type PatternKind = (typeof patternKinds)[number];

const readyPatterns: Readonly<Record<Exclude<PatternKind, 'own'>, string>> = {
  email: '{email}',
  'first-last': '{first}.{last}{number}',
  'initial-last': '{f}{last}{number}',
};

/** A rule while it is being made; `key` tells it apart from its neighbours. */
export interface RuleDraft extends LevelRule {
  readonly key: number;
}

/** Everything that can be entered, for whichever action: what was typed for one is there again after another. */
export interface BulkForm {
  readonly action: BulkAction;
  readonly patternKind: PatternKind;
  readonly ownPattern: string;
  readonly isLowerCase: boolean;
  readonly isTransliterated: boolean;
  readonly needsEmail: boolean;
  readonly renewsInactive: boolean;
  readonly rules: readonly RuleDraft[];
  /** The level of all that no rule fits; null = none. */
  readonly otherwise: number | null;
  /** Of new logins. */
  readonly newFormats: Required<Formats>;
  /** What is changed about logins that are there; an absent one stays. */
  readonly changedFormats: Formats;
}

export function initialForm(
  action: BulkAction,
  options: PortalUserOptions,
  isTaskfireActive: boolean,
): BulkForm {
  const levels = assignableLevels(options.securityLevels, isTaskfireActive);
  const level = levels.find(({ kind }) => kind === 'portal') ?? levels[0];
  return {
    action,
    patternKind: 'email',
    ownPattern: readyPatterns['first-last'],
    isLowerCase: true,
    isTransliterated: true,
    needsEmail: true,
    renewsInactive: false,
    rules: [],
    otherwise: action === 'activate' ? (level?.id ?? null) : null,
    newFormats: {
      dateFormat: defaultOf(options.dateFormats),
      timeFormat: defaultOf(options.timeFormats),
      numberFormat: defaultOf(options.numberFormats),
    },
    changedFormats: {},
  };
}

/** Of contacts that failed in a job: what made them fit for the plan then still holds, and names need a way out. */
export function againForm(form: BulkForm): BulkForm {
  return { ...form, patternKind: 'first-last', needsEmail: false };
}

function defaultOf(options: readonly Option[]): number {
  return (options.find(({ isDefault }) => isDefault) ?? options[0])?.value ?? 0;
}

export function patternOf(form: BulkForm): UserNamePattern {
  const { patternKind, ownPattern, isLowerCase, isTransliterated } = form;
  const text = patternKind === 'own' ? ownPattern.trim() : readyPatterns[patternKind];
  // An address is taken as it is, so that it is the one that the person knows.
  return { text, isLowerCase: isLowerCase && patternKind !== 'email', isTransliterated };
}

export function requestOf(form: BulkForm): BulkRequest {
  const level = { rules: form.rules, otherwise: form.otherwise };
  switch (form.action) {
    case 'activate': {
      const { needsEmail, renewsInactive, newFormats: formats } = form;
      return { action: 'activate', userName: patternOf(form), level, formats, needsEmail, renewsInactive };
    }
    case 'deactivate':
      return { action: 'deactivate' };
    case 'change-level':
      return { action: 'change-level', level };
    case 'change-formats':
      return { action: 'change-formats', formats: form.changedFormats };
  }
}

export type FormProblem =
  | { readonly field: 'pattern'; readonly problem: PatternProblem }
  | { readonly field: 'rule'; readonly key: number }
  | { readonly field: 'otherwise' | 'formats' };

/** What must be mended before there can be a plan. Values of a file may stand in for what is not chosen. */
export function formProblems(form: BulkForm, targets: readonly BulkTarget[]): FormProblem[] {
  const problems: FormProblem[] = [];
  if (form.action === 'activate') {
    const parsed = parsePattern(patternOf(form).text);
    if ('problem' in parsed) problems.push({ field: 'pattern', problem: parsed.problem });
  }
  if (form.action === 'activate' || form.action === 'change-level') {
    for (const { key, text } of form.rules) if (text.trim() === '') problems.push({ field: 'rule', key });
    const isGiven = targets.some(({ given }) => given?.securityLevel !== undefined);
    if (form.rules.length === 0 && form.otherwise === null && !isGiven) problems.push({ field: 'otherwise' });
  }
  if (form.action === 'change-formats' && Object.keys(form.changedFormats).length === 0) {
    const isGiven = targets.some(({ given = {} }) =>
      [given.dateFormat, given.timeFormat, given.numberFormat].some((value) => value !== undefined),
    );
    if (!isGiven) problems.push({ field: 'formats' });
  }
  return problems;
}

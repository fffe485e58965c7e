import { customRequestTypesNeedOne, type RequestType } from './request-types.js';
import { lockOf, type LockContext } from './locks.js';
import { settingDifferences } from './difference.js';
import type { SettingKey, SomeSettings } from './settings.js';

export type SettingProblemCode = 'request-types-need-one' | 'request-type-unknown' | 'setting-locked';

/** A setting that cannot be saved like this, and why. */
export interface SettingProblem {
  readonly key: SettingKey;
  readonly code: SettingProblemCode;
}

export interface ProblemContext extends LockContext {
  /** undefined where the backend cannot tell: then ids are not checked. */
  readonly requestTypes: readonly RequestType[] | undefined;
}

/**
 * Everything that speaks against saving `after` over `before`. A locked setting may keep its value, it may not change,
 * unless a rule itself forced it (E2 forces the first experience that it locks).
 */
export function settingProblems(
  before: SomeSettings,
  after: SomeSettings,
  context: ProblemContext,
): SettingProblem[] {
  return [...lockedChanges(before, after, context), ...choiceProblems(after, context)];
}

function lockedChanges(before: SomeSettings, after: SomeSettings, context: LockContext): SettingProblem[] {
  return settingDifferences(before, after)
    .filter(({ key }) => {
      const lock = lockOf(key, after, context);
      return lock === 'taskfire-active' || lock === 'early-access-not-activated';
    })
    .map(({ key }) => ({ key, code: 'setting-locked' }));
}

function choiceProblems(after: SomeSettings, context: ProblemContext): SettingProblem[] {
  const choice = after.requestTypes;
  if (choice === undefined || choice.mode === 'all') return [];
  if (!customRequestTypesNeedOne(choice)) return [{ key: 'requestTypes', code: 'request-types-need-one' }];
  const known = context.requestTypes?.map((type) => type.id);
  const isUnknown = known !== undefined && choice.ids.some((id) => !known.includes(id));
  return isUnknown ? [{ key: 'requestTypes', code: 'request-type-unknown' }] : [];
}

import {
  addsDeactivated,
  chosenTypeProblem,
  customRequestTypesNeedOne,
  offersSome,
  type RequestType,
} from './request-types.js';
import { lockOf, type LockContext } from './locks.js';
import { isSameSetting, settingDifferences } from './difference.js';
import type { SettingKey, SomeSettings } from './settings.js';

export type SettingProblemCode =
  'request-types-need-one' | 'request-type-unknown' | 'request-type-inactive' | 'setting-locked';

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
  return [
    ...lockedChanges(before, after, context),
    ...quickTicketProblems(before, after, context),
    ...choiceProblems(before, after, context),
  ];
}

function lockedChanges(before: SomeSettings, after: SomeSettings, context: LockContext): SettingProblem[] {
  return settingDifferences(before, after)
    .filter(({ key }) => {
      const lock = lockOf(key, after, context);
      return lock === 'taskfire-active' || lock === 'early-access-not-activated';
    })
    .map(({ key }) => ({ key, code: 'setting-locked' }));
}

function quickTicketProblems(
  { quickTicket: before }: SomeSettings,
  { quickTicket: after }: SomeSettings,
  { requestTypes }: ProblemContext,
): SettingProblem[] {
  const [old, chosen] = [before, after].map((one) =>
    one?.mode === 'custom' ? one.requestTypeId : undefined,
  );
  const code = chosenTypeProblem(old, chosen, requestTypes);
  return code === undefined ? [] : [{ key: 'quickTicket', code }];
}

function choiceProblems(
  before: SomeSettings,
  after: SomeSettings,
  { requestTypes: types }: ProblemContext,
): SettingProblem[] {
  const choice = after.requestTypes;
  if (choice === undefined || choice.mode === 'all') return [];
  const problem = (code: SettingProblemCode): SettingProblem[] => [{ key: 'requestTypes', code }];
  if (!customRequestTypesNeedOne(choice)) return problem('request-types-need-one');
  if (types === undefined) return [];
  if (choice.ids.some((id) => !types.some((type) => type.id === id))) return problem('request-type-unknown');
  // What became of a choice because types were deactivated later stays (R3), and keeps nobody from saving another setting.
  if (isSameSetting(before.requestTypes, choice)) return [];
  if (addsDeactivated(before.requestTypes, choice, types)) return problem('request-type-inactive');
  return offersSome(choice, types) ? [] : problem('request-types-need-one');
}

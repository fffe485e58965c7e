import * as v from 'valibot';
import {
  settingKeys,
  SomeSettingsSchema,
  type SettingProblem,
  type SomeSettings,
} from '../../src/model/index.js';

/** The document's `FieldProblem`. */
export interface FieldProblem {
  readonly path: readonly string[];
  readonly code: string;
  readonly detail?: string;
}

export type ParsedChange =
  | { readonly isValid: true; readonly change: SomeSettings }
  | { readonly isValid: false; readonly problems: readonly FieldProblem[] };

/** An empty list would pass for an object without keys. */
const ChangeSchema = v.pipe(
  v.unknown(),
  v.check((body) => !Array.isArray(body), 'a list is no change'),
  SomeSettingsSchema,
);

/** A change of settings as it came in, checked for its shape. */
export function parseChange(body: unknown): ParsedChange {
  const result = v.safeParse(ChangeSchema, body);
  if (!result.success) return { isValid: false, problems: result.issues.map(shapeProblem) };
  const known = Object.entries(result.output).filter(([, value]) => value !== undefined);
  return { isValid: true, change: Object.fromEntries(known) };
}

function shapeProblem(issue: v.BaseIssue<unknown>): FieldProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const isUnknown = path.length === 1 && !settingKeys.some((key) => key === path[0]);
  return { path, code: isUnknown ? 'unknown-setting' : 'invalid-value', detail: issue.message };
}

/** A rule that a change breaks, on its setting. */
export function ruleProblem({ key, code }: SettingProblem): FieldProblem {
  return { path: [key], code };
}

import * as v from 'valibot';
import { problem } from './problem.js';

/** The document's `FieldProblem`. */
export interface FieldProblem {
  readonly path: readonly string[];
  readonly code: string;
  readonly detail?: string;
}

/** What is set; a key that is not there changes nothing. */
type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export type ParsedChange<T> =
  | { readonly isValid: true; readonly change: Known<T> }
  | { readonly isValid: false; readonly problems: readonly FieldProblem[] };

/** Some values by their keys, none of others. */
type ChangeSchema<T> = v.GenericSchema<unknown, T> & { readonly entries: object };

/** A change of settings as it came in, checked for its shape. */
export function parseChange<T extends object>(schema: ChangeSchema<T>, body: unknown): ParsedChange<T> {
  // An empty list would pass for an object without keys.
  const result = v.safeParse(v.pipe(v.unknown(), v.check(isNoList, 'a list is no change'), schema), body);
  if (result.success) {
    const known = Object.entries(result.output).filter(([, value]) => value !== undefined);
    return { isValid: true, change: Object.fromEntries(known) as Known<T> };
  }
  const keys = Object.keys(schema.entries);
  return { isValid: false, problems: result.issues.map((issue) => shapeProblem(issue, keys)) };
}

const isNoList = (body: unknown): boolean => !Array.isArray(body);

function shapeProblem(issue: v.BaseIssue<unknown>, keys: readonly string[]): FieldProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const isUnknown = path.length === 1 && !keys.some((key) => key === path[0]);
  return { path, code: isUnknown ? 'unknown-setting' : 'invalid-value', detail: issue.message };
}

/** What was sent in the shape of a schema, or the refusal that names each place that is not. */
export function inShape<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> | Response {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => ({
    path: (issue.path ?? []).map(({ key }) => String(key)),
    code: 'invalid-value',
    detail: issue.message,
  }));
  return invalid(problems);
}

/** A rule that a change breaks, on its setting. */
export function ruleProblem({ key, code }: { readonly key: string; readonly code: string }): FieldProblem {
  return { path: [key], code };
}

/** The refusal of a change with what is wrong in it. */
export function invalid(problems: readonly FieldProblem[]): Response {
  return problem('validation', { extension: { problems } });
}

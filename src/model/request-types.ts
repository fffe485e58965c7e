import * as v from 'valibot';
import { IdSchema } from './ids.js';
import type { RequestTypeChoice } from './settings.js';

/** R: what a user of the portal can ask for. `group` is the heading under which the PSA lists it; null = none. */
export const RequestTypeSchema = v.object({
  id: IdSchema,
  name: v.string(),
  isActive: v.boolean(),
  group: v.nullable(v.string()),
});
export type RequestType = v.InferOutput<typeof RequestTypeSchema>;

/** R2: an own choice needs at least one type. */
export function customRequestTypesNeedOne(choice: RequestTypeChoice): boolean {
  return choice.mode === 'all' || choice.ids.length > 0;
}

/** R1, R3: the types that the client is offered. A chosen type that was deactivated later is not among them. */
export function offeredRequestTypes(choice: RequestTypeChoice, types: readonly RequestType[]): RequestType[] {
  return types.filter((type) => type.isActive && (choice.mode === 'all' || choice.ids.includes(type.id)));
}

/** R3: chosen types that were deactivated later. They stay in the choice, marked. */
export function deactivatedChoices(choice: RequestTypeChoice, types: readonly RequestType[]): RequestType[] {
  return choice.mode === 'all' ? [] : types.filter((type) => !type.isActive && choice.ids.includes(type.id));
}

/** R2: true where at least one of the types that the client is offered is left. */
export function offersSome(choice: RequestTypeChoice, types: readonly RequestType[]): boolean {
  return offeredRequestTypes(choice, types).length > 0;
}

/** R2, R3: true where a deactivated type is chosen that was not among the chosen ones before. */
export function addsDeactivated(
  before: RequestTypeChoice | undefined,
  after: RequestTypeChoice,
  types: readonly RequestType[],
): boolean {
  const kept = before?.mode === 'custom' ? before.ids : [];
  return deactivatedChoices(after, types).some(({ id }) => !kept.includes(id));
}

export type ChosenTypeProblem = 'request-type-unknown' | 'request-type-inactive';

/**
 * What speaks against a request type as a single choice, for example a quick ticket's. One that was chosen before stays when
 * it is deactivated (R3); it cannot be chosen anew. `types` is undefined where the backend cannot tell.
 */
export function chosenTypeProblem(
  before: number | undefined,
  after: number | undefined,
  types: readonly RequestType[] | undefined,
): ChosenTypeProblem | undefined {
  if (after === undefined || after === before || types === undefined) return undefined;
  const type = types.find(({ id }) => id === after);
  if (type === undefined) return 'request-type-unknown';
  return type.isActive ? undefined : 'request-type-inactive';
}

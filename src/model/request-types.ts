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

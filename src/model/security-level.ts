import * as v from 'valibot';
import { IdSchema } from './ids.js';

export const SecurityLevelKindSchema = v.picklist(['portal', 'taskfire']);

/** V: the role of a portal user. `isSystem` levels come with the PSA and cannot be deleted. */
export const SecurityLevelSchema = v.object({
  id: IdSchema,
  name: v.string(),
  kind: SecurityLevelKindSchema,
  isSystem: v.boolean(),
  isActive: v.boolean(),
});
export type SecurityLevel = v.InferOutput<typeof SecurityLevelSchema>;

/** Vendor REST help, ClientPortalUsers: 4 and 5 are the Taskfire levels of the system. */
export const SYSTEM_TASKFIRE_LEVELS: readonly number[] = [4, 5];

/**
 * The kind of a level when a backend names only its id and label: the API's picklist has no such column. The system's
 * levels are documented; a custom level counts as portal level unless its name says Taskfire.
 */
export function kindOfLevel(id: number, name: string): SecurityLevel['kind'] {
  return SYSTEM_TASKFIRE_LEVELS.includes(id) || /taskfire/i.test(name) ? 'taskfire' : 'portal';
}

/** T5: a Taskfire level can be given only while Taskfire is active for the company. */
export function taskfireLevelsNeedTaskfire(level: SecurityLevel, isTaskfireActive: boolean): boolean {
  return level.kind === 'portal' || isTaskfireActive;
}

/** The levels that can be given to a contact of this company now. */
export function assignableLevels(
  levels: readonly SecurityLevel[],
  isTaskfireActive: boolean,
): SecurityLevel[] {
  return levels.filter((level) => level.isActive && taskfireLevelsNeedTaskfire(level, isTaskfireActive));
}

/** What can change about a level (V2). */
export type LevelChange = 'assignable-by-client' | 'everything';

/** V2: system portal levels keep all but one switch, system Taskfire levels everything, custom levels nothing. */
export function changeableOfLevel(level: SecurityLevel): readonly LevelChange[] {
  if (!level.isSystem) return ['everything'];
  return level.kind === 'portal' ? ['assignable-by-client'] : [];
}

/** V2: only a custom level that nobody has can be deleted. */
export function canDeleteLevel(level: SecurityLevel, users: number): boolean {
  return !level.isSystem && users === 0;
}

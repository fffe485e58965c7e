import { SYSTEM_TASKFIRE_LEVELS, type SecurityLevel } from './security-level.js';

/**
 * What is documented of a security level. The API names levels and tells nothing of their permissions (vendor REST help,
 * ClientPortalUsers: a pick list of ids and labels), so of a custom level only its kind is known.
 */
export type LevelFact =
  /** All system levels see articles and documents; the company's settings must allow it too (vendor help, client settings). */
  | 'articles-and-documents'
  /** Can manage the portal users of its company (vendor help, contact's portal tab). */
  | 'manages-users'
  /** For people who work on internal tickets (vendor help, contact's portal tab). */
  | 'internal-tickets'
  /** Costs a licence (vendor help, Taskfire). */
  | 'costs-licence'
  /** Only its switch for portal users can be changed; no permission (vendor help, security levels). */
  | 'fixed'
  /** Permissions were chosen by the provider's administrators. */
  | 'custom'
  /** It can no longer be given; who has it keeps it. */
  | 'no-longer-offered';

/** Everything documented of a level, what it permits first. */
export function levelFacts(level: SecurityLevel): LevelFact[] {
  const facts: [LevelFact, boolean][] = [
    ['articles-and-documents', level.isSystem],
    ['manages-users', level.isSystem && managesUsers(level)],
    ['internal-tickets', level.kind === 'taskfire'],
    ['costs-licence', level.kind === 'taskfire'],
    ['fixed', level.isSystem],
    ['custom', !level.isSystem],
    ['no-longer-offered', !level.isActive],
  ];
  return facts.filter(([, applies]) => applies).map(([fact]) => fact);
}

/** Taskfire's Administrator has a documented number; the portal's Manager only its name. */
function managesUsers({ id, name, kind }: SecurityLevel): boolean {
  return id === SYSTEM_TASKFIRE_LEVELS[1] || (kind === 'portal' && /^manager$/i.test(name.trim()));
}

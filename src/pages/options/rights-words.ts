import { msg } from '@lit/localize';
import type { EntityRights } from '../../contract/index.js';

/** What an API user may do with one kind of record. */
export const rights = ['canRead', 'canCreate', 'canUpdate'] as const;
export type Right = (typeof rights)[number];

/** What does not work without a right, for the rights that something of ours needs. */
type Consequences = Partial<Record<Right, () => string>>;

interface Entity {
  readonly name: () => string;
  readonly without: Consequences;
}

/** The vendor's names of the records that we use (vendor REST help). */
const entities: Record<string, Entity> = {
  Companies: {
    name: () => msg('Companies'),
    without: { canRead: () => msg('No company page shows anything.') },
  },
  Contacts: {
    name: () => msg('Contacts'),
    without: {
      canRead: () => msg('The list of a company’s users stays empty.'),
      canCreate: () => msg('No new contact can be added.'),
    },
  },
  ClientPortalUsers: {
    name: () => msg('Client portal users'),
    without: {
      canRead: () => msg('Nobody sees who has a portal login.'),
      canCreate: () => msg('No contact can be activated for the portal.'),
      canUpdate: () => msg('No login can be changed or deactivated.'),
    },
  },
};

export function entityName(entity: string): string {
  return entities[entity]?.name() ?? entity;
}

export function rightName(right: Right): string {
  const names: Record<Right, () => string> = {
    canRead: () => msg('Read'),
    canCreate: () => msg('Create'),
    canUpdate: () => msg('Change'),
  };
  return names[right]();
}

/** Whether anything of ours needs this right; for kinds of records that we don't know, none. */
export function isNeeded(entity: string, right: Right): boolean {
  return entities[entity]?.without[right] !== undefined;
}

/** What does not work because of the rights that are missing; empty = all that is needed is there. */
export function missingRights(given: EntityRights): string[] {
  const without = entities[given.entity]?.without ?? {};
  return rights
    .flatMap((right) => (given[right] ? [] : [without[right]?.() ?? '']))
    .filter((text) => text !== '');
}

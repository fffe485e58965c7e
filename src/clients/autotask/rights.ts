import * as v from 'valibot';
import { PortalError, type EntityRights } from '../../contract/index.js';
import { ClientPortalUsers, Companies, Contacts, type Entity } from './entities.js';
import type { CallTerms } from './limits/scheduler.js';
import type { AutotaskRest } from './rest.js';

/** `userAccessFor…` is `None` where the API user's security level forbids it. */
const access = v.nullish(v.string(), '');

/** `can…` is what the entity knows at all, `userAccessFor…` what this API user may (vendor REST help, entityInformation). */
const InformationSchema = v.object({
  info: v.object({
    canQuery: v.nullish(v.boolean(), true),
    canCreate: v.boolean(),
    canUpdate: v.boolean(),
    userAccessForQuery: access,
    userAccessForCreate: access,
    userAccessForUpdate: access,
  }),
});
export type Information = v.InferOutput<typeof InformationSchema>['info'];

export async function readInformation(
  rest: AutotaskRest,
  entity: Entity,
  terms: CallTerms,
): Promise<Information> {
  return (await rest.information(entity, '', InformationSchema, terms)).info;
}

export function isAllowed(userAccess: string): boolean {
  return userAccess.toLowerCase() !== 'none';
}

/** What the API user may do with the records that we need. */
export function readRights(rest: AutotaskRest, terms: CallTerms): Promise<EntityRights[]> {
  return Promise.all([Companies, Contacts, ClientPortalUsers].map((entity) => rightsTo(entity, rest, terms)));
}

/** None at all where the API user's security level does not even let them be asked for. */
export async function rightsTo(entity: Entity, rest: AutotaskRest, terms: CallTerms): Promise<EntityRights> {
  try {
    const info = await readInformation(rest, entity, terms);
    return {
      entity: entity.name,
      canRead: info.canQuery && isAllowed(info.userAccessForQuery),
      canCreate: info.canCreate && isAllowed(info.userAccessForCreate),
      canUpdate: info.canUpdate && isAllowed(info.userAccessForUpdate),
    };
  } catch (thrown) {
    if (!(thrown instanceof PortalError) || thrown.data.code !== 'forbidden') throw thrown;
    return { entity: entity.name, canRead: false, canCreate: false, canUpdate: false };
  }
}

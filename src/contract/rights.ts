import * as v from 'valibot';

/** What an Autotask API user may do with one kind of record (vendor REST help, entityInformation). */
export const EntityRightsSchema = v.strictObject({
  entity: v.string(),
  canRead: v.boolean(),
  canCreate: v.boolean(),
  canUpdate: v.boolean(),
});
export type EntityRights = v.InferOutput<typeof EntityRightsSchema>;

/** How much of the tenant's hourly threshold is used, by everything that calls its API. */
export const ThresholdSchema = v.strictObject({ used: v.number(), limit: v.number() });
export type Threshold = v.InferOutput<typeof ThresholdSchema>;

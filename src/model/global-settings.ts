import * as v from 'valibot';
import { ProviderDefaultsSchema } from './company.js';
import { InstantSchema } from './ids.js';
import { DaySchema } from './taskfire.js';

/** D1: everything that companies inherit. What the provider's headquarters and activations say cannot be changed here. */
export const GlobalSettingsSchema = v.object({
  ...ProviderDefaultsSchema.entries,
  /** Users see tickets created on or after this day; null = all. */
  ticketsFrom: v.nullable(DaySchema),
});
export type GlobalSettings = v.InferOutput<typeof GlobalSettingsSchema>;

/** D1: the ones that can be changed. */
export const GlobalChangeSchema = v.partial(
  v.strictObject({
    twoFactor: GlobalSettingsSchema.entries.twoFactor,
    quickTicket: GlobalSettingsSchema.entries.quickTicket,
    ticketsFrom: GlobalSettingsSchema.entries.ticketsFrom,
  }),
);
export type GlobalKey = keyof v.InferOutput<typeof GlobalChangeSchema>;
export type GlobalChange = { [K in GlobalKey]?: GlobalSettings[K] };
export const globalKeys: readonly GlobalKey[] = ['twoFactor', 'quickTicket', 'ticketsFrom'];

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** D1: how many active customers follow a global value, and of how many. */
export const FollowersSchema = v.object({
  companies: CountSchema,
  twoFactor: CountSchema,
  quickTicket: CountSchema,
  timeZone: CountSchema,
  loginLogo: CountSchema,
  headerLogo: CountSchema,
});
export type Followers = v.InferOutput<typeof FollowersSchema>;

/** The global settings at one moment. */
export const GlobalSnapshotSchema = v.object({
  settings: GlobalSettingsSchema,
  followers: FollowersSchema,
  /** Opaque; goes back with a change so that the backend can tell whether someone saved in between. */
  version: v.string(),
  /** Who saved last and when, as far as the backend knows. */
  changedBy: v.nullable(v.string()),
  changedAt: v.nullable(InstantSchema),
});
export type GlobalSnapshot = v.InferOutput<typeof GlobalSnapshotSchema>;

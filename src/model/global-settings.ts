import * as v from 'valibot';
import { ProviderDefaultsSchema, type Company } from './company.js';
import { InstantSchema } from './ids.js';
import { effectiveQuickTicket, effectiveTimeZone, effectiveTwoFactor } from './inheritance.js';
import { chosenTypeProblem, type ChosenTypeProblem, type RequestType } from './request-types.js';
import type { CompanySettings } from './settings.js';
import { DaySchema } from './taskfire.js';

/** A day that there is: the format alone lets 31 February pass. */
const CalendarDaySchema = v.pipe(
  DaySchema,
  v.check((day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day), 'no such day'),
);

/** D1: everything that companies inherit. What the provider's headquarters and activations say cannot be changed here. */
export const GlobalSettingsSchema = v.object({
  ...ProviderDefaultsSchema.entries,
  /** Users see tickets created on or after this day; null = all. */
  ticketsFrom: v.nullable(CalendarDaySchema),
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

/** A global setting that cannot be saved like this, and why. */
export interface GlobalProblem {
  readonly key: GlobalKey;
  readonly code: ChosenTypeProblem;
}

/**
 * Everything that speaks against saving `after` over `before`: a quick ticket needs a request type that is offered.
 *
 * @param requestTypes undefined where the backend cannot tell: then ids are not checked.
 */
export function globalProblems(
  before: GlobalChange,
  after: GlobalChange,
  requestTypes: readonly RequestType[] | undefined,
): GlobalProblem[] {
  const [old, chosen] = [before.quickTicket?.requestTypeId, after.quickTicket?.requestTypeId];
  const code = chosenTypeProblem(old, chosen, requestTypes);
  return code === undefined ? [] : [{ key: 'quickTicket', code }];
}

/** What decides whether a company follows the global values. */
export interface Follower {
  readonly company: Pick<Company, 'country' | 'region' | 'isTaskfireActive'>;
  readonly settings: Pick<CompanySettings, 'twoFactor' | 'quickTicket' | 'timeZone'>;
  /** True where the company has no logo of its own in the slot. */
  readonly hasOwnLogo: { readonly login: boolean; readonly header: boolean };
}

/**
 * D1: how many of these companies follow each value. With Taskfire a company that is set to follow has no quick ticket (S10),
 * so it does not count; of the headquarters' zone only those count whose default does not follow from their address (S8).
 */
export function countFollowers(followers: readonly Follower[], settings: GlobalSettings): Followers {
  const count = (follows: (one: Follower) => boolean): number => followers.filter(follows).length;
  return {
    companies: followers.length,
    twoFactor: count(
      (one) => effectiveTwoFactor(one.settings.twoFactor, settings).origin === 'global-settings',
    ),
    quickTicket: count(
      ({ company, settings: own }) =>
        !company.isTaskfireActive &&
        effectiveQuickTicket(own.quickTicket, settings, false).origin === 'global-settings',
    ),
    timeZone: count(
      ({ company, settings: own }) =>
        effectiveTimeZone(own.timeZone, company, settings).origin === 'headquarters',
    ),
    loginLogo: count(({ hasOwnLogo }) => !hasOwnLogo.login),
    headerLogo: count(({ hasOwnLogo }) => !hasOwnLogo.header),
  };
}

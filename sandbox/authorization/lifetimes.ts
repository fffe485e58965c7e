import * as v from 'valibot';

/** Body of `PUT /_sandbox/lifetimes`, in seconds; what is left out is as usual. */
export const LifetimesSchema = v.strictObject({
  accessToken: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3600)), 5 * 60),
  /** Of the refresh token; each renewal starts it anew. */
  refreshToken: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 14 * 24 * 60 * 60),
});
export type Lifetimes = v.InferOutput<typeof LifetimesSchema>;

/** How long tokens live that are issued from now on. */
export interface LifetimeState {
  get(): Lifetimes;
  set(lifetimes: Lifetimes): void;
}

export const usualLifetimes: Lifetimes = v.parse(LifetimesSchema, {});

export function createLifetimeState(): LifetimeState {
  let current = usualLifetimes;
  return {
    get: () => current,
    set: (lifetimes) => {
      current = lifetimes;
    },
  };
}

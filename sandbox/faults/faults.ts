import * as v from 'valibot';

/** `METHOD /Path`; `*` stands for any method, and in a path for any characters. */
const MatchSchema = v.pipe(
  v.string(),
  v.regex(/^([A-Za-z]+|\*) (\*|\/\S*)$/, 'write it as "METHOD /Path"; * stands for anything'),
);
/** How often the rule strikes; without it, until the faults are cleared. */
const TimesSchema = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));

/** What happens to a request: it is refused with a status, its connection is cut, or it is answered with nonsense. */
const RuleSchema = v.pipe(
  v.strictObject({
    match: MatchSchema,
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    /** Texts of the refusal. */
    errors: v.optional(v.array(v.string()), []),
    /** Seconds, sent as the Retry-After header of the refusal. */
    retryAfter: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    /** `before`: nothing happens and no answer comes; `after`: the work is done, only the answer is lost. */
    drop: v.optional(v.picklist(['before', 'after'])),
    /** Nothing happens; the answer is a 200 that is no JSON, and quotes the request with its credentials, as bad proxies do. */
    garble: v.optional(v.literal(true)),
    times: TimesSchema,
    /** How likely it strikes a request that it matches, 0 to 1; where it doesn't, the rules after it are looked at. */
    chance: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  }),
  v.check(
    ({ status, drop, garble }) => [status, drop, garble].filter((one) => one !== undefined).length === 1,
    'needs one of status, drop and garble',
  ),
);
export type Rule = v.InferOutput<typeof RuleSchema>;

/** Body of `PUT /_sandbox/faults`; it replaces whatever was set before. */
export const FaultsSchema = v.strictObject({
  latencyMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)), 0),
  rules: v.optional(v.array(RuleSchema), []),
  /** Where the chances begin: the same requests in the same order meet the same faults. */
  seed: v.optional(v.pipe(v.number(), v.integer()), 1),
  /** Requests that the vendor's REST API allows per hour. */
  threshold: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type Faults = v.InferOutput<typeof FaultsSchema>;

/** The faults that are switched on. */
export interface FaultState {
  set(faults: Faults): void;
  clear(): void;
  latencyMs(): number;
  /** The first rule that strikes this request, counted as used; undefined where none does. */
  take(method: string, path: string): Rule | undefined;
}

/** Numbers from 0 up to 1, always the same ones for a seed (Mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createFaultState(): FaultState {
  let latencyMs = 0;
  let rules: { readonly rule: Rule; left: number }[] = [];
  let random = randomFrom(1);
  const set = (faults: Faults): void => {
    latencyMs = faults.latencyMs;
    rules = faults.rules.map((rule) => ({ rule, left: rule.times ?? Infinity }));
    random = randomFrom(faults.seed);
  };
  return {
    set,
    clear: () => {
      set({ latencyMs: 0, rules: [], seed: 1 });
    },
    latencyMs: () => latencyMs,
    take: (method, path) => {
      const striking = rules.find(
        ({ rule, left }) => left > 0 && isMatch(rule.match, method, path) && random() < rule.chance,
      );
      if (striking === undefined) return undefined;
      striking.left -= 1;
      return striking.rule;
    },
  };
}

/**
 * True where a match names this request. Case does not count. A path also matches as the end of a longer one: neither
 * the API's base (`/ATServicesRest/v1.0`, `/portal/v1`) need be named, nor the parent of a child (`/Contacts` means
 * `/Companies/174/Contacts` too). What follows a path is matched only with a `*`.
 */
export function isMatch(match: string, method: string, path: string): boolean {
  const [wantedMethod = '', wantedPath = ''] = match.toLowerCase().split(' ');
  if (wantedMethod !== '*' && wantedMethod !== method.toLowerCase()) return false;
  const parts = wantedPath.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${parts.join('.*')}$`, 's').test(path.toLowerCase());
}

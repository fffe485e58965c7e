/** Vendor REST help, thresholds: 10,000 requests in any 60 minutes per database, all integrations together. */
const DEFAULT_LIMIT = 10_000;
const TIMEFRAME_MINUTES = 60;
const TIMEFRAME_MS = TIMEFRAME_MINUTES * 60_000;

export interface ThresholdMeter {
  /** undefined: the vendor's own limit. */
  setLimit(limit: number | undefined): void;
  /** Counts a request. Resolves its delay in ms, or `null` where the limit is used up and the request is refused. */
  take(): number | null;
  /** The vendor's ThresholdInformation. */
  information(): {
    externalRequestThreshold: number;
    requestThresholdTimeframe: number;
    currentTimeframeRequestCount: number;
  };
}

/** `now` gives milliseconds and never goes back. */
export function createThresholdMeter(now: () => number = () => performance.now()): ThresholdMeter {
  let limit = DEFAULT_LIMIT;
  /** Moments of the counted requests, oldest first. */
  let taken: number[] = [];
  const forgetOld = (): void => {
    const oldest = now() - TIMEFRAME_MS;
    if ((taken[0] ?? Infinity) < oldest) taken = taken.filter((moment) => moment >= oldest);
  };
  return {
    setLimit: (value) => {
      limit = value ?? DEFAULT_LIMIT;
    },
    take: () => {
      forgetOld();
      if (taken.length >= limit) return null;
      const delay = delayAt(taken.length / limit);
      taken.push(now());
      return delay;
    },
    information: () => {
      forgetOld();
      return {
        externalRequestThreshold: limit,
        requestThresholdTimeframe: TIMEFRAME_MINUTES,
        currentTimeframeRequestCount: taken.length,
      };
    },
  };
}

/** From half of the limit on every request waits, from three quarters on longer. */
function delayAt(usage: number): number {
  if (usage >= 0.75) return 1000;
  return usage >= 0.5 ? 500 : 0;
}

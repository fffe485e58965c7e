import * as v from 'valibot';
import type { Priority, Threshold } from '../../../contract/index.js';

const MINUTE_MS = 60_000;

/** The vendor's ThresholdInformation: everything that called the tenant's API in the last `requestThresholdTimeframe` minutes. */
export const ThresholdInformationSchema = v.object({
  externalRequestThreshold: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  requestThresholdTimeframe: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(24 * 60)),
  currentTimeframeRequestCount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
type ThresholdInformation = v.InferOutput<typeof ThresholdInformationSchema>;

const Count = v.pipe(v.number(), v.minValue(0));

/** What is known of the hour, as it is kept while the worker is away. */
export const HourSchema = v.object({
  limit: v.pipe(Count, v.minValue(1)),
  frameMinutes: v.pipe(Count, v.minValue(1), v.maxValue(24 * 60)),
  /** Our own calls by the minute since 1970 in which they began. */
  minutes: v.pipe(v.array(v.tuple([Count, Count])), v.maxLength(24 * 60 + 1)),
  /** The calls of all other programs, when it was last measured. */
  others: Count,
  /** ms since 1970; null = never. */
  measuredAt: v.nullable(Count),
});
export type HourState = v.InferOutput<typeof HourSchema>;

/** Until it is measured: what the vendor documents (10,000 in any 60 minutes) and nobody else at work. */
const undisturbed: HourState = { limit: 10_000, frameMinutes: 60, minutes: [], others: 0, measuredAt: null };

/**
 * Shares of the limit. From `slow` on, where the vendor begins to delay every answer, calls are spread, from `even` on so
 * far that what is left lasts until calls expire; at `stop` they end. The rest is the reserve of those who come first:
 * background work leaves some to people, and we leave some to the tenant's other programs, since at 100 % all are blocked.
 */
const rules: Readonly<Record<Priority, { slow: number; even: number; stop: number; burst: number }>> = {
  interactive: { slow: 0.5, even: 0.95, stop: 0.95, burst: 30 },
  background: { slow: 0.5, even: 0.75, stop: 0.9, burst: 0 },
};

/** How old a measurement may be: others work too. Each costs a call itself. */
const MEASURE_AGAIN_MS = 5 * MINUTE_MS;
const MEASURE_AT_MOST_EVERY_MS = MINUTE_MS;

/** When a call may begin (ms since 1970), or from when on it can be asked for again. */
export type Admission = { readonly at: number } | { readonly stoppedUntil: number };

/** The tenant's hourly threshold: own calls counted, others' measured. A rolling frame, so each call expires by itself. */
export class Hour {
  #state: HourState = undisturbed;
  #triedAt = -Infinity;
  #sinceMeasured = 0;
  /** When the next call of each priority would be due if all came evenly. */
  readonly #due: Record<Priority, number> = { interactive: 0, background: 0 };

  get state(): HourState {
    return this.#state;
  }

  restore(state: HourState): void {
    this.#state = state;
    this.#triedAt = state.measuredAt ?? -Infinity;
  }

  get isMeasured(): boolean {
    return this.#state.measuredAt !== null;
  }

  threshold(now: number): Threshold {
    return { used: Math.round(this.#used(now)), limit: this.#state.limit };
  }

  /** A call begins. */
  count(priority: Priority, now: number): void {
    const interval = this.#interval(priority, now);
    this.#due[priority] = Math.max(now, this.#due[priority]) + interval;
    const minute = Math.floor(now / MINUTE_MS);
    const kept = this.#kept(now);
    const last = kept.at(-1);
    const isSame = last?.[0] === minute;
    const minutes: [number, number][] = isSame
      ? [...kept.slice(0, -1), [minute, last[1] + 1]]
      : [...kept, [minute, 1]];
    this.#state = { ...this.#state, minutes };
    this.#sinceMeasured += 1;
  }

  admission(priority: Priority, now: number): Admission {
    const { stop, burst } = rules[priority];
    const excess = this.#used(now) + 1 - stop * this.#state.limit;
    if (excess > 0) return { stoppedUntil: now + this.#minutesUntil(excess, now) * MINUTE_MS };
    const interval = this.#interval(priority, now);
    return { at: Math.max(now, this.#due[priority] - burst * interval) };
  }

  wantsMeasure(now: number): boolean {
    const age = now - this.#triedAt;
    if (age < MEASURE_AT_MOST_EVERY_MS) return false;
    const isTight = this.#used(now) >= rules.background.slow * this.#state.limit;
    return age >= MEASURE_AGAIN_MS || isTight || this.#sinceMeasured > this.#state.limit / 50;
  }

  /** A measurement begins, whatever comes of it. */
  measuring(now: number): void {
    this.#triedAt = now;
  }

  measured(information: ThresholdInformation, now: number): void {
    const { externalRequestThreshold: limit, requestThresholdTimeframe: frameMinutes } = information;
    this.#state = { ...this.#state, limit, frameMinutes, measuredAt: now };
    const others = Math.max(0, information.currentTimeframeRequestCount - this.#own(now));
    this.#state = { ...this.#state, others };
    this.#sinceMeasured = 0;
  }

  /** What was counted here is wrong: it has to be measured again. */
  doubt(): void {
    this.#triedAt = -Infinity;
  }

  #used(now: number): number {
    return this.#own(now) + this.#others(now);
  }

  /** What was measured a whole frame ago has expired; where it cannot be measured any more, the vendor's own refusals are left. */
  #others(now: number): number {
    const { measuredAt, frameMinutes, others } = this.#state;
    return now - (measuredAt ?? 0) < frameMinutes * MINUTE_MS ? others : 0;
  }

  #own(now: number): number {
    return this.#kept(now).reduce((sum, [, count]) => sum + count, 0);
  }

  #kept(now: number): [number, number][] {
    const oldest = Math.floor(now / MINUTE_MS) - this.#state.frameMinutes;
    return this.#state.minutes.filter(([minute]) => minute > oldest);
  }

  /** ms between two calls of this priority. */
  #interval(priority: Priority, now: number): number {
    const { slow, even, stop } = rules[priority];
    const { limit, frameMinutes } = this.#state;
    const used = this.#used(now);
    const share = Math.min(1, Math.max(0, (used / limit - slow) / (even - slow)));
    if (share === 0) return 0;
    const oldest = this.#kept(now)[0]?.[0];
    const frameMs = frameMinutes * MINUTE_MS;
    // Where nothing was our own, others are taken to go on as they do: nothing is gained before the frame is over.
    const relief = oldest === undefined ? frameMs : oldest * MINUTE_MS + frameMs - now;
    return (share * Math.max(0, relief)) / Math.max(1, stop * limit - used);
  }

  /** Whole minutes until so many calls have expired. When others' will, nobody says: they are taken to be spread evenly. */
  #minutesUntil(excess: number, now: number): number {
    const { frameMinutes } = this.#state;
    const others = this.#others(now);
    const current = Math.floor(now / MINUTE_MS);
    const kept = this.#kept(now);
    for (let minutes = 1; minutes < frameMinutes; minutes += 1) {
      const own = kept.filter(([minute]) => minute + frameMinutes <= current + minutes);
      const ours = own.reduce((sum, [, count]) => sum + count, 0);
      if (ours + (others * minutes) / frameMinutes >= excess) return minutes;
    }
    return frameMinutes;
  }
}

import * as v from 'valibot';
import { PortalError, type Priority, type Threshold } from '../../../contract/index.js';
import { orAborted } from '../../http/index.js';
import { Hour, HourSchema, ThresholdInformationSchema } from './hour.js';
import { Lanes } from './lanes.js';
import { LimitReached } from './limit-reached.js';

/** What a worker that starts anew must know of what the one before it did. Times in ms since 1970. */
const LimitsStateSchema = v.object({ hour: HourSchema, blockedUntil: v.number() });
export type LimitsState = v.InferOutput<typeof LimitsStateSchema>;

/** Where that is kept; without one it is forgotten with the client. What `load` gives is checked here. */
export interface LimitsStore {
  load(): Promise<unknown>;
  save(state: LimitsState): Promise<void>;
}

/** Who a call is for, and until when. */
export interface CallTerms {
  readonly priority: Priority;
  readonly signal: AbortSignal;
}

export interface SchedulerOptions {
  /** Asks the vendor for its ThresholdInformation. */
  readonly measure: () => Promise<unknown>;
  readonly store?: LimitsStore | undefined;
}

interface Waiter extends CallTerms {
  readonly lanes: Lanes;
  readonly start: () => void;
  readonly refuse: (error: PortalError) => void;
}

/** Longer than this nobody is kept waiting for a limit: the caller hears from when on it can be tried again. */
const PATIENCE_MS = 3_000;
/** ms. So much of what was counted is lost with a worker that ends at once; the next measurement finds it. */
const SAVE_WITHIN_MS = 250;
/** After the deadline ended a call that was still waiting for its turn. */
const AGAIN_MS = 5_000;

/**
 * Lets the calls of one connection run as fast as the vendor's limits allow and no faster: three at once per object
 * endpoint, the hourly threshold, and every wait that the vendor asked for. First come, first served within a priority.
 */
export class Scheduler {
  readonly #hour = new Hour();
  readonly #endpoints = new Map<string, Lanes>();
  readonly #waiting: Record<Priority, Set<Waiter>> = { interactive: new Set(), background: new Set() };
  #blockedUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restored: Promise<void> | undefined;
  #measuring: Promise<void> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #isDirty = false;

  constructor(private readonly options: SchedulerOptions) {}

  /**
   * Runs the call when it is its turn. Its lane is free for the next when it has ended, or says `answered` because nothing is
   * left but to read a short answer. Rejects with what the call rejects with; with `rate-limited`, nothing done, where its
   * turn is too far away; with the signal's reason where that ended first.
   */
  async run<T>(endpoint: string, terms: CallTerms, work: (answered: () => void) => Promise<T>): Promise<T> {
    await this.#inform(terms);
    const lanes = this.#endpoints.get(endpoint) ?? new Lanes();
    this.#endpoints.set(endpoint, lanes);
    await this.#turn(lanes, terms);
    let hasLeft = false;
    const leave = (): void => {
      if (hasLeft) return;
      hasLeft = true;
      lanes.leave();
      this.#admit();
    };
    try {
      return await work(leave);
    } catch (thrown) {
      if (thrown instanceof LimitReached) this.#learn(lanes, thrown);
      throw thrown;
    } finally {
      leave();
    }
  }

  /** How much of the hour is used, measured now unless that was less than a minute ago. Rejects like a call. */
  async threshold(signal: AbortSignal): Promise<Threshold> {
    await orAborted(this.#restore(), signal);
    if (!this.#hour.isMeasured || this.#hour.wantsMeasure(Date.now())) await orAborted(this.#ask(), signal);
    return this.#hour.threshold(Date.now());
  }

  /** Knows what there is to know before a call queues. Only those wait for a measurement that would act on a guess. */
  async #inform({ priority, signal }: CallTerms): Promise<void> {
    signal.throwIfAborted();
    await orAborted(this.#restore(), signal);
    const now = Date.now();
    if (now >= this.#blockedUntil && this.#hour.wantsMeasure(now)) void this.#ask().catch(() => undefined);
    const isGuess = priority === 'background' && !this.#hour.isMeasured;
    const isStopped = 'stoppedUntil' in this.#hour.admission(priority, now);
    if (this.#measuring === undefined || !(isGuess || isStopped)) return;
    await orAborted(
      this.#measuring.catch(() => undefined),
      signal,
    );
  }

  #turn(lanes: Lanes, { priority, signal }: CallTerms): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal.removeEventListener('abort', giveUp);
        this.#waiting[priority].delete(waiter);
      };
      const giveUp = (): void => {
        leave();
        reject(abortReason(signal));
        this.#admit();
      };
      const waiter: Waiter = {
        lanes,
        priority,
        signal,
        start: () => {
          leave();
          resolve();
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting[priority].add(waiter);
      if (signal.aborted) giveUp();
      else this.#admit();
    });
  }

  /** Starts whoever may start, people first; sets the timer for the next who may only later. */
  #admit(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    let wake = Infinity;
    for (const waiter of [...this.#waiting.interactive, ...this.#waiting.background]) {
      if (!waiter.lanes.hasFree(now)) continue;
      const at = this.#startOf(waiter, now);
      if (at - now > PATIENCE_MS) waiter.refuse(tooSoon(at));
      else if (at > now) wake = Math.min(wake, at);
      else this.#start(waiter, now);
    }
    if (wake < Infinity) this.#timer = setTimeout(() => this.#admit(), Math.ceil(wake - now));
  }

  #startOf({ lanes, priority }: Waiter, now: number): number {
    const admission = this.#hour.admission(priority, now);
    const byHour = 'at' in admission ? admission.at : admission.stoppedUntil;
    return Math.max(this.#blockedUntil, lanes.closedUntil, byHour);
  }

  #start(waiter: Waiter, now: number): void {
    waiter.lanes.enter();
    this.#hour.count(waiter.priority, now);
    // Not each by itself: there can be thirty a second.
    if (this.options.store !== undefined) this.#saveTimer ??= setTimeout(() => this.#save(), SAVE_WITHIN_MS);
    waiter.start();
  }

  #learn(lanes: Lanes, { scope, retryAt }: LimitReached): void {
    const now = Date.now();
    const until = Date.parse(retryAt);
    if (scope === 'endpoint') lanes.rejected(now, until);
    else this.#blockedUntil = Math.max(this.#blockedUntil, until);
    if (scope === 'hour') this.#hour.doubt();
    this.#save();
  }

  /** One measurement at a time. It keeps to no limit: it is what tells that the limit is over. */
  #ask(): Promise<void> {
    this.#measuring ??= this.#measure().finally(() => {
      this.#measuring = undefined;
      this.#save();
      this.#admit();
    });
    return this.#measuring;
  }

  async #measure(): Promise<void> {
    const now = Date.now();
    this.#hour.measuring(now);
    this.#hour.count('interactive', now);
    const answer = await this.options.measure();
    this.#hour.measured(v.parse(ThresholdInformationSchema, answer), Date.now());
  }

  #restore(): Promise<void> {
    this.#restored ??= this.#load();
    return this.#restored;
  }

  /** What cannot be read is forgotten: the vendor is asked again. */
  async #load(): Promise<void> {
    const stored = await this.options.store?.load().catch(() => undefined);
    const parsed = v.safeParse(LimitsStateSchema, stored);
    if (!parsed.success) return;
    this.#hour.restore(parsed.output.hour);
    this.#blockedUntil = parsed.output.blockedUntil;
  }

  /** One save at a time; what changes meanwhile is saved by the next. */
  #save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    this.#isDirty = true;
    if (!this.#isSaving) void this.#saveAll();
  }

  async #saveAll(): Promise<void> {
    this.#isSaving = true;
    while (this.#isDirty) {
      this.#isDirty = false;
      // A full or closed store must not end a call; the vendor's own limits still hold.
      await this.options.store
        ?.save({ hour: this.#hour.state, blockedUntil: this.#blockedUntil })
        .catch(() => undefined);
    }
    this.#isSaving = false;
  }
}

function tooSoon(at: number): PortalError {
  return new PortalError({ code: 'rate-limited', retryAt: new Date(at).toISOString() });
}

/** A deadline that ends the wait for a turn means that nothing was done, which is more than `offline` would say. */
function abortReason(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof DOMException && reason.name === 'TimeoutError') return tooSoon(Date.now() + AGAIN_MS);
  return reason instanceof Error ? reason : new DOMException(String(reason), 'AbortError');
}

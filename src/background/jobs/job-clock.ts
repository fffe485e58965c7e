import type { Alarms } from 'webextension-polyfill';

/** The alarm that starts the worker for its jobs. */
export const JOBS_ALARM = 'jobs';

/** Minutes. The shortest that Chromium keeps to in a packed extension. */
const PERIOD = 0.5;
/** ms. Chromium ends a worker 30 s after the last event or call of an extension API. */
const STAY_AWAKE = 20_000;
/** ms. What is due sooner is not left to the alarm. */
const SOON = 30_000;

export type AlarmsApi = Pick<Alarms.Static, 'create' | 'clear' | 'get'>;

/**
 * Brings jobs back. While one is at work an alarm goes off every half minute: where the worker has ended, that starts it. As
 * long as it lives it is kept awake by asking an extension API now and then, which is what Chromium names for this purpose.
 * While all wait, the alarm is set for the first that wants to go on; with none left there is no alarm.
 */
export function createJobClock(alarms: AlarmsApi, onDue: () => void) {
  let awake: ReturnType<typeof setInterval> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function rest(): void {
    clearInterval(awake);
    clearTimeout(soon);
    awake = undefined;
    soon = undefined;
  }

  return {
    /** A job is at work, or about to be. Resolves when the alarm is set. */
    async atWork(): Promise<void> {
      clearTimeout(soon);
      awake ??= setInterval(() => void alarms.get(JOBS_ALARM), STAY_AWAKE);
      await alarms.create(JOBS_ALARM, { delayInMinutes: PERIOD, periodInMinutes: PERIOD });
    },
    /** Nothing is to be done before `at` (ms since 1970). */
    async waitUntil(at: number): Promise<void> {
      rest();
      const ms = Math.max(0, at - Date.now());
      if (ms < SOON) soon = setTimeout(onDue, ms);
      await alarms.create(JOBS_ALARM, { when: Date.now() + Math.max(ms, SOON) });
    },
    /** Nothing is left to do, or not before a person does something. */
    async off(): Promise<void> {
      rest();
      await alarms.clear(JOBS_ALARM);
    },
  };
}
export type JobClock = ReturnType<typeof createJobClock>;

import type { Action } from 'webextension-polyfill';
import type { Job } from '../../contract/index.js';

export type BadgeApi = Pick<Action.Static, 'setBadgeText' | 'setBadgeBackgroundColor'>;

/** White text is readable on both (WCAG AA). */
const AT_WORK = '#1d5fa8';
const FAILED = '#b3261e';

/**
 * The extension's badge: how much of the running jobs is done. When the last has ended it goes, but for failures: their number
 * stays in red until somebody looks at them.
 */
export function createBadge(api: BadgeApi) {
  const set = (text: string, color: string): void => {
    // A badge is an extra: a browser that refuses it keeps no job from running.
    void Promise.all([api.setBadgeBackgroundColor({ color }), api.setBadgeText({ text })]).catch(
      () => undefined,
    );
  };
  return {
    show(jobs: readonly Job[]): void {
      const running = jobs.filter(({ state }) => state === 'running');
      const failed = sum(jobs, ({ counts }) => counts.failed);
      if (running.length > 0) set(percent(running), failed > 0 ? FAILED : AT_WORK);
      else set(failed > 0 ? String(failed) : '', FAILED);
    },
    /** Somebody has seen what failed. */
    clear(): void {
      set('', AT_WORK);
    },
  };
}
export type Badge = ReturnType<typeof createBadge>;

function percent(jobs: readonly Job[]): string {
  const all = sum(jobs, ({ counts }) => sum(Object.values(counts), (count) => count));
  const open = sum(jobs, ({ counts }) => counts.planned + counts.running);
  return `${String(Math.floor((100 * (all - open)) / Math.max(1, all)))}%`;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

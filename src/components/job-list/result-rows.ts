import type { JobStep } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import { GridRows } from '../data-grid/grid-rows.js';
import { resultColumns } from './result-columns.js';

/** The steps of one job as the rows of a grid, which follow what has come of them. */
export class ResultRows {
  readonly rows = new GridRows<JobStep>({
    key: ({ index }) => index,
    columns: resultColumns,
    locale: portalLocale(),
  });
  #locale = portalLocale();
  #known: readonly JobStep[] = [];

  /** Takes the steps as they are now, in the plan's order. Those that stand still cost nothing. */
  take(steps: readonly JobStep[]): void {
    if (steps === this.#known) return;
    const before = this.#known;
    this.#known = steps;
    const moved = steps.filter((step, at) => hasMoved(before[at], step));
    if (moved.length === 0) return;
    const areNew = moved.length === steps.length - before.length;
    this.rows.add(moved);
    // Rows that no longer belong to what is looked at leave it: nobody is at work on them here.
    if (!areNew) this.rows.arrange({});
  }

  /** Says everything in another language, where it is another. */
  speak(): void {
    if (this.#locale === portalLocale()) return;
    this.#locale = portalLocale();
    this.rows.setColumns(resultColumns, this.#locale);
  }
}

function hasMoved(before: JobStep | undefined, now: JobStep): boolean {
  return before !== now && (before?.state !== now.state || before.at !== now.at);
}

import type { Refusal } from '../../channel/index.js';

/** Why something that was asked was not done for whoever asked it. */
export type RefusalReason =
  | Refusal
  /** A call whose arguments are not its method's. */
  | 'malformed-arguments'
  /** A write from a page that its own user may not change. */
  | 'read-only-page'
  /** Anything for a company that the asking frame does not show. */
  | 'other-company';

/** Counts what was refused since the worker started: by reason, with nothing of what was refused. */
export function createRefusals() {
  const counts = new Map<RefusalReason, number>();
  return {
    count: (reason: RefusalReason): void => {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    },
    total: (): number => [...counts.values()].reduce((sum, count) => sum + count, 0),
    byReason: (): Record<string, number> => Object.fromEntries(counts),
  };
}
export type Refusals = ReturnType<typeof createRefusals>;

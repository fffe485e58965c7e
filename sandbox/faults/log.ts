/** A request that the sandbox saw. Only the path is kept: queries, headers and bodies can hold names and secrets. */
export interface LogEntry {
  readonly method: string;
  readonly path: string;
  /** null: no answer was sent, because a fault or the client cut the connection. */
  readonly status: number | null;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
}

/** Older requests than the last so many are forgotten. */
const KEPT = 20_000;

export interface RequestLog {
  add(entry: LogEntry): void;
  /** In the order in which they were answered. */
  entries(): readonly LogEntry[];
  clear(): void;
}

export function createRequestLog(): RequestLog {
  let entries: LogEntry[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    entries: () => entries.slice(-KEPT),
    clear: () => {
      entries = [];
    },
  };
}

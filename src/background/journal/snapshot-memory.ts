/** As many companies as somebody has open at a time, and more. */
const KEPT = 50;

/** A moment of something that is saved by version. */
interface Snapshot<T> {
  readonly version: string;
  readonly settings: T;
}

/**
 * The settings that were read lately, by their version: what a save finds under the version that it starts from is what
 * was there before it. In memory only: after the worker's end they are read once more. `about` says whose they are.
 */
export function createSnapshotMemory<T>() {
  const snapshots = new Map<string, T>();
  const keyOf = (connectionId: string, about: number, version: string) =>
    JSON.stringify([connectionId, about, version]);

  return {
    keep(connectionId: string, about: number, { version, settings }: Snapshot<T>): void {
      const key = keyOf(connectionId, about, version);
      snapshots.delete(key);
      snapshots.set(key, settings);
      const [oldest] = snapshots.keys();
      if (snapshots.size > KEPT && oldest !== undefined) snapshots.delete(oldest);
    },

    /** What was there under this version; read once more where it passed through an earlier worker. */
    async before(
      connectionId: string,
      about: number,
      version: string,
      read: () => Promise<Snapshot<T>>,
    ): Promise<T | undefined> {
      const known = snapshots.get(keyOf(connectionId, about, version));
      if (known !== undefined) return known;
      const now = await read().catch(() => undefined);
      return now?.version === version ? now.settings : undefined;
    },
  };
}

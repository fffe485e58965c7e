import * as v from 'valibot';
import type { Keep } from '../../channel/index.js';
import type { LocalArea } from '../local-area.js';
import { entriesWith, type SessionArea } from '../session-area.js';
import { ConnectionEntrySchema, type ConnectionEntry } from './connection-record.js';

const PREFIX = 'connection:';

export interface EntryAreas {
  readonly session: SessionArea;
  readonly local: LocalArea;
  /** Told the key of a stored record that cannot be read; it is left out then. */
  readonly onDamaged: (key: string) => void;
}

/** The open part of every connection: on disk for those in the vault, in memory for the others. */
export function createConnectionEntries({ session, local, onDamaged }: EntryAreas) {
  const areas: Readonly<Record<Keep, LocalArea>> = { session, vault: local };

  async function allIn(keep: Keep): Promise<ConnectionEntry[]> {
    const stored = await entriesWith(areas[keep], PREFIX);
    return stored.flatMap(([id, value]) => {
      const parsed = v.safeParse(ConnectionEntrySchema, value);
      if (parsed.success && parsed.output.id === id && parsed.output.keep === keep) return [parsed.output];
      onDamaged(PREFIX + id);
      return [];
    });
  }

  return {
    /** One that was on its way from one area to the other when the worker ended is still where it was remembered. */
    async all(): Promise<ConnectionEntry[]> {
      const [kept, passing] = await Promise.all([allIn('vault'), allIn('session')]);
      const ids = new Set(kept.map(({ id }) => id));
      return [...kept, ...passing.filter(({ id }) => !ids.has(id))];
    },
    async write(entry: ConnectionEntry): Promise<void> {
      await areas[entry.keep].set({ [PREFIX + entry.id]: entry });
    },
    async remove(id: string, keep: Keep): Promise<void> {
      await areas[keep].remove(PREFIX + id);
    },
    /** The keys on disk, also of damaged ones: what goes when the vault goes. */
    async keysOnDisk(): Promise<string[]> {
      return (await entriesWith(local, PREFIX)).map(([id]) => PREFIX + id);
    },
  };
}
export type ConnectionEntries = ReturnType<typeof createConnectionEntries>;

import * as v from 'valibot';
import { isPermitted, type ConnectionSummary, type Keep } from '../../channel/index.js';
import type { ConnectionEntries } from './connection-entries.js';
import {
  ConnectionRecordSchema,
  entryOf,
  originsOf,
  summaryOf,
  type ConnectionEntry,
  type ConnectionRecord,
} from './connection-record.js';
import type { SecretPlace } from './secret-place.js';

/** The names under which a connection's secrets are kept in its place. */
export const secretNames = (id: string) => ({ record: `connection:${id}`, signIn: `sign-in:${id}` });

export interface ConnectionViewOptions {
  readonly secrets: Readonly<Record<Keep, SecretPlace>>;
  readonly preset: ConnectionRecord | null;
  readonly isVaultLocked: () => Promise<boolean>;
  /** The match patterns that the browser grants at this moment. */
  readonly granted: () => Promise<readonly string[]>;
  /** Told the name of a stored thing that cannot be read. */
  readonly onDamaged: (name: string) => void;
}

/** What can be asked of the connections. */
export function createConnectionView(entries: ConnectionEntries, options: ConnectionViewOptions) {
  const { secrets, preset, isVaultLocked, granted, onDamaged } = options;
  const builtIn =
    preset && entryOf(preset, { label: '', keep: 'session', activation: Number.NEGATIVE_INFINITY });

  /** A sandbox build's own connection is there as long as nobody saved another for its PSA. */
  async function all(): Promise<ConnectionEntry[]> {
    const stored = await entries.all();
    const isReplaced = stored.some(({ psaOrigin }) => psaOrigin === builtIn?.psaOrigin);
    return builtIn === null || isReplaced ? stored : [...stored, builtIn];
  }

  async function entry(id: string): Promise<ConnectionEntry | undefined> {
    return (await all()).find((one) => one.id === id);
  }

  async function find(id: string): Promise<ConnectionRecord | undefined> {
    const open = await entry(id);
    if (open === undefined) return undefined;
    if (open === builtIn) return preset ?? undefined;
    const name = secretNames(id).record;
    const parsed = v.safeParse(ConnectionRecordSchema, await secrets[open.keep].read(name));
    // The open part could have been changed on disk; the record knows which PSA it is for.
    if (parsed.success && parsed.output.id === id && parsed.output.psaOrigin === open.psaOrigin)
      return parsed.output;
    onDamaged(name);
    return undefined;
  }

  return {
    all,
    entry,
    /** With its secrets. Undefined where there is none or it is damaged; rejects with `locked`. */
    find,
    /** Whether somebody has signed in for this connection, to exactly the service that the record names. */
    async isSignedIn({ id, portalService }: ConnectionRecord): Promise<boolean> {
      const access = (await entry(id))?.portalService?.access;
      if (access?.kind !== 'sign-in' || access.state !== 'signed-in') return false;
      return (await find(id))?.portalService?.url === portalService?.url;
    },
    /** The connection that the pages of this PSA use. */
    async active(psaOrigin: string): Promise<ConnectionEntry | undefined> {
      return activeAmong(await all(), psaOrigin);
    },
    /** What the extension's pages may know, in the order to show it. */
    async list(): Promise<ConnectionSummary[]> {
      const [list, isLocked, patterns] = await Promise.all([all(), isVaultLocked(), granted()]);
      return list.sort(byPsaAndLabel).map((one) =>
        summaryOf(one, {
          isActive: activeAmong(list, one.psaOrigin) === one,
          source: one === builtIn ? 'preset' : 'stored',
          isLocked: one.keep === 'vault' && isLocked,
          hasPermission: originsOf(one).every((origin) => isPermitted(origin, patterns)),
        }),
      );
    },
  };
}
export type ConnectionView = ReturnType<typeof createConnectionView>;

function byPsaAndLabel(one: ConnectionEntry, other: ConnectionEntry): number {
  return (
    one.psaOrigin.localeCompare(other.psaOrigin) ||
    one.label.localeCompare(other.label) ||
    one.id.localeCompare(other.id)
  );
}

function activeAmong(list: readonly ConnectionEntry[], psaOrigin: string): ConnectionEntry | undefined {
  const [first, ...rest] = list.filter((one) => one.psaOrigin === psaOrigin);
  return first && rest.reduce((best, one) => (isAhead(one, best) ? one : best), first);
}

/** Never both ways: connections that were never activated are told apart by their ids. */
function isAhead(one: ConnectionEntry, other: ConnectionEntry): boolean {
  return one.activation > other.activation || (one.activation === other.activation && one.id < other.id);
}

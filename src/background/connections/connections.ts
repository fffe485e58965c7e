import type { Keep } from '../../channel/index.js';
import { oneAtATime } from '../one-at-a-time.js';
import { createConnectionEntries, type EntryAreas } from './connection-entries.js';
import {
  entryOf,
  type ConnectionEntry,
  type ConnectionRecord,
  type SignInState,
} from './connection-record.js';
import { createConnectionView, secretNames, type ConnectionViewOptions } from './connection-view.js';

/**
 * The connections: any number, one of each PSA active. The active one is the one activated last; when it is forgotten
 * the one before it takes over. The first of a PSA is active from the start. Nothing of them is kept in the worker's
 * own memory.
 */
export function createConnectionStore(options: EntryAreas & ConnectionViewOptions) {
  const { secrets } = options;
  const entries = createConnectionEntries(options);
  const inTurn = oneAtATime();

  /** Puts the tokens of a sign-in where the record is now, or drops them where they are of no use any more. */
  async function moveSignIn(from: ConnectionEntry, to: ConnectionEntry): Promise<void> {
    const { signIn } = secretNames(to.id);
    const stays = to.portalService?.url === from.portalService?.url && isSignIn(to) && isSignIn(from);
    if (stays && from.keep === to.keep) return;
    const tokens = stays ? await secrets[from.keep].read(signIn) : undefined;
    if (tokens !== undefined) await secrets[to.keep].write(signIn, tokens);
    await secrets[from.keep].remove(signIn);
  }

  async function removeAll(id: string, keep: Keep): Promise<void> {
    await entries.remove(id, keep);
    const names = secretNames(id);
    await secrets[keep].remove(names.record);
    await secrets[keep].remove(names.signIn);
  }

  async function save(record: ConnectionRecord, label: string, keep: Keep): Promise<void> {
    const stored = await entries.all();
    const before = stored.find(({ id }) => id === record.id);
    const next = entryOf(record, { label, keep, activation: activationOf(record, stored) }, before);
    // The secrets first: they name their own address, so that a death in between sends them nowhere else.
    await secrets[keep].write(secretNames(record.id).record, record);
    if (before !== undefined) await moveSignIn(before, next);
    await entries.write(next);
    if (before !== undefined && before.keep !== keep) await removeAll(record.id, before.keep);
  }

  /** Resolves to whether there was anything to change. */
  async function change(
    id: string,
    next: (stored: ConnectionEntry, all: readonly ConnectionEntry[]) => ConnectionEntry,
  ): Promise<boolean> {
    const all = await entries.all();
    const stored = all.find((one) => one.id === id);
    const changed = stored && next(stored, all);
    if (changed === undefined || changed === stored) return false;
    await entries.write(changed);
    return true;
  }

  return {
    ...createConnectionView(entries, options),

    /** Adds the connection, or replaces the one with its id. Rejects with `locked` or `storage-full`. */
    save: (record: ConnectionRecord, { label, keep }: Pick<ConnectionEntry, 'label' | 'keep'>) =>
      inTurn(() => save(record, label, keep)),

    /** Makes it the one that its PSA's pages use. Of an unknown one nothing happens. */
    activate: (id: string) => inTurn(() => change(id, activated)),

    forget: (id: string) =>
      inTurn(async () => {
        const stored = (await entries.all()).find((one) => one.id === id);
        if (stored !== undefined) await removeAll(id, stored.keep);
      }),

    /** Notes what has become of the sign-in at its portal service; resolves to whether that is news. */
    noteSignIn: (id: string, now: Pick<SignInState, 'state' | 'user'>) =>
      inTurn(() => change(id, (stored) => signedIn(stored, now))),

    /** The keys of all that is remembered on disk, also of what is damaged. */
    keysOnDisk: () => entries.keysOnDisk(),
  };
}
export type ConnectionStore = ReturnType<typeof createConnectionStore>;

function isSignIn({ portalService }: ConnectionEntry): boolean {
  return portalService?.access.kind === 'sign-in';
}

/** The first of its PSA is active at once, a further one is not; one that is saved again stays what it was. */
function activationOf({ id, psaOrigin }: ConnectionRecord, stored: readonly ConnectionEntry[]): number {
  const ofPsa = stored.filter((one) => one.psaOrigin === psaOrigin);
  return ofPsa.find((one) => one.id === id)?.activation ?? (ofPsa.length === 0 ? 1 : 0);
}

function activated(chosen: ConnectionEntry, all: readonly ConnectionEntry[]): ConnectionEntry {
  const ofPsa = all.filter(({ psaOrigin }) => psaOrigin === chosen.psaOrigin);
  return { ...chosen, activation: Math.max(...ofPsa.map(({ activation }) => activation)) + 1 };
}

function signedIn(stored: ConnectionEntry, now: Pick<SignInState, 'state' | 'user'>): ConnectionEntry {
  const { portalService } = stored;
  const known = portalService?.access;
  if (!portalService || known?.kind !== 'sign-in' || (known.state === now.state && known.user === now.user))
    return stored;
  return { ...stored, portalService: { ...portalService, access: { kind: 'sign-in', ...now } } };
}

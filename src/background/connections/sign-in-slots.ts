import * as v from 'valibot';
import type { Keep } from '../../channel/index.js';
import { SignInRecordSchema, type SignInConnection, type SignInRecord } from '../sign-in/sign-in-record.js';
import type { SignInState } from './connection-record.js';
import { secretNames } from './connection-view.js';
import type { ConnectionStore } from './connections.js';
import type { SecretPlace } from './secret-place.js';

export interface SignInSlotOptions {
  readonly connections: Pick<ConnectionStore, 'entry' | 'find' | 'noteSignIn'>;
  readonly secrets: Readonly<Record<Keep, SecretPlace>>;
  /** Told when a connection was signed in or out, not of mere renewals. */
  readonly onChanged: (connectionId: string) => Promise<void>;
}

/** Where the sign-ins of the connections are kept: beside the connection's other secrets, in memory or in the vault. */
export function createSignInSlots({ connections, secrets, onChanged }: SignInSlotOptions) {
  /** The connection if its portal service is used by sign-in. Rejects with `locked` while the vault is. */
  return async function signInConnection(id: string): Promise<SignInConnection | undefined> {
    const [entry, record] = [await connections.entry(id), await connections.find(id)];
    // The address is the record's: what is stored in the open could have been changed on disk.
    if (entry === undefined || record?.portalService?.access.kind !== 'sign-in') return undefined;
    const name = secretNames(id).signIn;
    // Asked each time: meanwhile the connection may have been put into the vault, or out of it.
    const place = async () => secrets[(await connections.entry(id))?.keep ?? entry.keep];
    return {
      serviceUrl: record.portalService.url,
      slot: {
        async read() {
          const parsed = v.safeParse(SignInRecordSchema, await (await place()).read(name));
          return parsed.success ? parsed.output : null;
        },
        async write(next) {
          const kept = await place();
          await (next === null ? kept.remove(name) : kept.write(name, next));
          if (await connections.noteSignIn(id, shownOf(next))) await onChanged(id);
        },
      },
    };
  };
}
export type FindSignIn = ReturnType<typeof createSignInSlots>;

function shownOf(record: SignInRecord | null): Pick<SignInState, 'state' | 'user'> {
  return record === null ? { state: 'signed-out', user: null } : { state: record.state, user: record.user };
}

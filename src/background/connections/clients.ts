import { isPermitted } from '../../channel/index.js';
import { PortalError, type PortalAdmin, type PortalChange } from '../../contract/index.js';
import { notConnected } from '../not-connected.js';
import { originsOf, type ConnectionEntry, type ConnectionRecord } from './connection-record.js';
import type { ConnectionStore } from './connections.js';

export interface ClientOptions {
  readonly connections: Pick<ConnectionStore, 'active' | 'find'>;
  readonly isVaultLocked: () => Promise<boolean>;
  readonly build: (record: ConnectionRecord) => PortalAdmin;
  /** The match patterns that the browser grants at this moment. */
  readonly granted: () => Promise<readonly string[]>;
  /** Told of every change that a client makes. */
  readonly onChange: (change: PortalChange, psaOrigin: string) => void;
}

/** One client per connection, shared by all frames: that is how they keep to the API's limits together. */
export function createClients({ connections, isVaultLocked, build, granted, onChange }: ClientOptions) {
  const clients = new Map<string, PortalAdmin>();

  async function create(id: string): Promise<PortalAdmin> {
    const record = await connections.find(id);
    if (record === undefined) throw damaged();
    // Two that asked at once must not get one each.
    const other = clients.get(id);
    if (other !== undefined) return other;
    const client = build(record);
    client.subscribe((change) => onChange(change, record.psaOrigin));
    clients.set(id, client);
    return client;
  }

  /** The client of a connection. Rejects with `locked` or `permission-missing` where it cannot be used now. */
  async function ofConnection(entry: ConnectionEntry): Promise<PortalAdmin> {
    const patterns = await granted();
    const closed = originsOf(entry).find((origin) => !isPermitted(origin, patterns));
    if (closed !== undefined) throw new PortalError({ code: 'permission-missing', origin: closed });
    // Asked each time: a client that was being made while the vault was locked must not be used.
    if (entry.keep === 'vault' && (await isVaultLocked())) throw new PortalError({ code: 'locked' });
    return clients.get(entry.id) ?? create(entry.id);
  }

  return {
    /** The client of a PSA's active connection; without one, a client that says so. Rejects as `ofConnection` does. */
    async of(psaOrigin: string): Promise<PortalAdmin> {
      const active = await connections.active(psaOrigin);
      return active === undefined ? notConnected : ofConnection(active);
    },
    ofConnection,
    /** The connection is another one now, or none. */
    drop(id: string): void {
      clients.delete(id);
    },
    /** Ends all: the secrets they hold are to be out of memory. */
    dropAll(): void {
      clients.clear();
    },
  };
}
export type Clients = ReturnType<typeof createClients>;

function damaged(): PortalError {
  return new PortalError({
    code: 'auth',
    detail: 'What was stored of this connection cannot be read any more.',
  });
}

import type { PortalAdmin, PortalChange } from '../contract/index.js';
import type { ConnectionRecord } from './connection-record.js';
import type { ConnectionStore } from './connections.js';
import { notConnected } from './not-connected.js';

export interface ClientOptions {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly build: (record: ConnectionRecord) => PortalAdmin;
  /** Told of every change that a client makes. */
  readonly onChange: (change: PortalChange, psaOrigin: string) => void;
}

/** One client per PSA, shared by all frames: that is how they keep to the API's limits together. */
export function createClients({ connections, build, onChange }: ClientOptions) {
  const clients = new Map<string, Promise<PortalAdmin>>();

  async function create(psaOrigin: string): Promise<PortalAdmin> {
    const record = await connections.find(psaOrigin);
    if (record === undefined) return notConnected;
    const client = build(record);
    client.subscribe((change) => onChange(change, psaOrigin));
    return client;
  }

  return {
    /** The client of a PSA's connection; without one, a client that says so. */
    of(psaOrigin: string): Promise<PortalAdmin> {
      const client = clients.get(psaOrigin) ?? create(psaOrigin);
      clients.set(psaOrigin, client);
      return client;
    },
    /** The connection is another one now, or none. */
    drop(psaOrigin: string): void {
      clients.delete(psaOrigin);
    },
  };
}
export type Clients = ReturnType<typeof createClients>;

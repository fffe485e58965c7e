import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { sandboxApp } from './app.js';
import type { SeedName } from './store/seed/seed.js';
import { openStore } from './store/store.js';

export interface SandboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** A file path or a libSQL URL. */
  readonly db: string;
  /** What an empty database is filled with. */
  readonly seed: SeedName;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Lets running requests end, then frees port and database. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Requests that still run after this are cut off. */
const GRACE_MS = 2000;

/** Starts a sandbox; resolves once it answers. Rejects where the port is taken or the database cannot be opened. */
export async function startSandbox({ port, db, seed }: SandboxOptions): Promise<Sandbox> {
  const store = await openStore(db, seed);
  const server = createAdaptorServer({ fetch: sandboxApp(store).fetch });
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
  } catch (error) {
    store.db.close();
    throw error;
  }
  return {
    url: `http://${HOST}:${portOf(server).toString()}/`,
    close: async () => {
      await closeServer(server);
      store.db.close();
    },
  };
}

function portOf(server: ServerType): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function closeServer(server: ServerType): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, GRACE_MS);
  await closed;
  clearTimeout(timer);
}

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
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
  const server = createServer();
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
  } catch (error) {
    store.db.close();
    throw error;
  }
  // The authorization server has to know its address, so the app comes after the port; no request can be in between.
  const origin = `http://${HOST}:${portOf(server).toString()}`;
  const listener = getRequestListener(sandboxApp(store, origin).fetch);
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return {
    url: `${origin}/`,
    close: async () => {
      await closeServer(server);
      store.db.close();
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, GRACE_MS);
  await closed;
  clearTimeout(timer);
}

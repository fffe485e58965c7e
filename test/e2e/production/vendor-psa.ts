import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { generate } from 'selfsigned';
import { sandboxApp } from '../../../sandbox/app.js';
import { openStore } from '../../../sandbox/store/store.js';

/** One of the vendor's zones, to which the published extension may go: its pages and its API. */
const VENDOR_HOST = 'ww1.autotask.net';
const API_HOST = 'webservices1.autotask.net';

/** The sandbox in the vendor's place, for browsers that get everywhere through its proxy. */
export interface VendorPsa {
  /** `https://ww1.autotask.net`, as browsers know it. Nobody vouches for its certificate. */
  readonly origin: string;
  /**
   * `http://127.0.0.1:PORT/`: the same data as the other tests' helpers ask for them, and the proxy, which leads from
   * every host of the vendor to this sandbox and from all others nowhere.
   */
  readonly url: string;
  close(): Promise<void>;
}

export async function startVendorPsa(): Promise<VendorPsa> {
  const folder = await mkdtemp(path.join(tmpdir(), 'e2e-vendor-'));
  const store = await openStore(path.join(folder, 'psa.db'), 'demo');
  const { private: key, cert } = await generate([{ name: 'commonName', value: VENDOR_HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const origin = `https://${VENDOR_HOST}`;
  const sandbox = sandboxApp(store, origin);
  const listener = getRequestListener((request, env) => zoneOf(request) ?? sandbox.fetch(request, env));
  const secure = createHttpsServer({ key, cert });
  const plain = createHttpServer();
  for (const server of [secure, plain])
    server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  const securePort = await listen(secure);
  plain.on('connect', ({ url = '' }, browser) => lead(url, browser, securePort));
  const plainPort = await listen(plain);
  return {
    origin,
    url: `http://127.0.0.1:${plainPort}/`,
    close: async () => {
      await Promise.all([stop(secure), stop(plain)]);
      store.db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The sandbox is one host and would name that; the vendor's entrance tells two others, by the user's zone. */
function zoneOf({ url }: Request): Response | undefined {
  const { host, pathname } = new URL(url);
  if (host !== 'webservices.autotask.net' || !/\/zoneinformation$/i.test(pathname)) return undefined;
  const [api, web] = [`https://${API_HOST}/ATServicesRest/`, `https://${VENDOR_HOST}/`];
  return Response.json({ zoneName: 'Sandbox', url: api, webUrl: web, ci: 1 });
}

function lead(destination: string, browser: Duplex, securePort: number): void {
  if (!destination.endsWith('.autotask.net:443')) {
    browser.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    return;
  }
  const sandbox = connect(securePort, '127.0.0.1', () => {
    browser.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    browser.pipe(sandbox).pipe(browser);
  });
  for (const side of [browser, sandbox]) {
    // Browsers break off what they need no more.
    side.on('error', () => undefined);
    side.on('close', () => {
      browser.destroy();
      sandbox.destroy();
    });
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** A request as the server saw it, with its body. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to answer: JSON with status 200, or whatever the function does with the response. */
export type Answer = Record<string, unknown> | ((response: ServerResponse) => void);

export interface TestServer {
  /** With a slash at the end. */
  url(): string;
  /** From now on, until the test ends. */
  answer(how: (seen: Seen) => Answer): void;
  readonly seen: Seen[];
}

/** A real HTTP server for answers that no honest server gives. */
export function useHttpServer(): TestServer {
  const seen: Seen[] = [];
  let how: (seen: Seen) => Answer = () => ({});
  const server = createServer((request, response) => void respond(request, response));
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { method = '', url: path = '', headers } = request;
    const one: Seen = { method, path, headers, body: Buffer.concat(chunks).toString() };
    seen.push(one);
    const answer = how(one);
    if (typeof answer === 'function') answer(response);
    else response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
  };
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    seen.length = 0;
    how = () => ({});
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const url = (): string => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return `http://127.0.0.1:${address.port}/`;
  };
  return {
    url,
    answer: (next) => {
      how = next;
    },
    seen,
  };
}

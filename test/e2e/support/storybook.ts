import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import * as v from 'valibot';

const OUT_DIR = path.resolve('dist/storybook');
const IndexSchema = v.object({
  entries: v.record(
    v.string(),
    v.object({ id: v.string(), title: v.string(), name: v.string(), type: v.string() }),
  ),
});

/** A story, or a page of documentation. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

export interface StorybookIndex {
  readonly stories: readonly Entry[];
  readonly docs: readonly Entry[];
}

/** Builds the static Storybook as its users get it and lists what is in it. Throws with Storybook's words if it fails. */
export async function buildStorybook(): Promise<StorybookIndex> {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', 'storybook:build', '--', '--disable-telemetry', '-o', OUT_DIR],
    { encoding: 'utf8', env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
  );
  if (status !== 0) throw new Error(`storybook build failed:\n${stdout}\n${stderr}`);
  return builtStorybook();
}

/** What is in the Storybook as it was built last. */
export async function builtStorybook(): Promise<StorybookIndex> {
  const index = v.parse(IndexSchema, JSON.parse(await readFile(path.join(OUT_DIR, 'index.json'), 'utf8')));
  const entries = Object.values(index.entries);
  return {
    stories: entries.filter(({ type }) => type === 'story'),
    docs: entries.filter(({ type }) => type === 'docs'),
  };
}

interface ServeOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Sent with each answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** As servers send text over a real line. Default: no. */
  readonly isCompressed?: boolean;
}

/** Serves a folder of built files to this machine. */
export async function serveFolder(
  folder: string,
  { port = 0, headers = {}, isCompressed = false }: ServeOptions = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const app = new Hono();
  if (isCompressed) app.use(compress());
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  app.use(serveStatic({ root: path.relative(process.cwd(), folder) }));
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: promisify(server.close.bind(server)) };
}

/** Not at the top of its server, since those who publish the site often give it a folder. */
export async function serveStorybook(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await serveFolder(path.dirname(OUT_DIR));
  return { ...server, url: `${server.url}${path.basename(OUT_DIR)}/` };
}

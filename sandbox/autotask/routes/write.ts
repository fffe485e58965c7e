import type { Context, Hono } from 'hono';
import type { SandboxEnv } from '../../faults/middleware.js';
import type { Store } from '../../store/store.js';
import { VendorError } from '../answers.js';
import { requireWriteAccess } from '../auth.js';
import type { Entity } from '../entity.js';
import { bodyId, parseBody, writeValues, type WriteBody } from '../write/values.js';
import type { Writer } from '../write/writers.js';
import { readItem, readJson } from './read.js';

type Ctx = Context<SandboxEnv>;

/** What an app writes; `writer` and `prepare` may look at the URL's parent. */
export interface Writes {
  readonly entity: Entity;
  readonly store: Store;
  readonly writer: (c: Ctx) => Writer;
  /** Adds to the body what the URL says. */
  readonly prepare?: (c: Ctx, body: WriteBody) => void;
}

/** POST, PATCH and PUT on the collection; the id stands in the body. All answer with the id alone. */
export function addWrites(app: Hono<SandboxEnv>, writes: Writes): void {
  app.post('/', requireWriteAccess, async (c) => c.json({ itemId: await create(c, writes) }));
  app.patch('/', requireWriteAccess, async (c) => c.json({ itemId: await update(c, writes, 'patch') }));
  app.put('/', requireWriteAccess, async (c) => c.json({ itemId: await update(c, writes, 'put') }));
}

async function create(c: Ctx, { entity, store, writer, prepare }: Writes): Promise<number> {
  const body = parseBody(await readJson(c));
  prepare?.(c, body);
  return writer(c).create(await writeValues({ entity, mode: 'create', body, current: null }, store));
}

async function update(c: Ctx, writes: Writes, mode: 'patch' | 'put'): Promise<number> {
  const { entity, store, writer, prepare } = writes;
  const body = parseBody(await readJson(c));
  const id = bodyId(body);
  const current = await readItem(store, entity, id);
  if (current === null) throw new VendorError('No matching records found for the given id.');
  prepare?.(c, body);
  await writer(c).update(id, await writeValues({ entity, mode, body, current }, store));
  return id;
}

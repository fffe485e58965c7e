import type { Context, Hono } from 'hono';
import type { SandboxEnv } from '../../faults/middleware.js';
import type { Store } from '../../store/store.js';
import { VendorError } from '../answers.js';
import { mayWrite } from '../auth.js';
import type { Entity } from '../entity.js';
import { entityFields, entityInformation } from '../metadata.js';
import { readPosition, writePosition, type Position } from '../query/position.js';
import {
  countQuery,
  parseQuery,
  plainQuery,
  runQuery,
  type Item,
  type Page,
  type Query,
} from '../query/run.js';

type Ctx = Context<SandboxEnv>;
export const ID = ':id{[0-9]+}';

/** The paths that every entity has at its root. */
export const readPaths = [
  '/query',
  '/query/next',
  '/query/count',
  `/${ID}`,
  '/entityinformation',
  '/entityinformation/fields',
  '/entityinformation/userdefinedfields',
];

/** Queries, single records and metadata of an entity. */
export function addReads(app: Hono<SandboxEnv>, entity: Entity, store: Store): void {
  app.get('/query', async (c) => answerPage(c, await searched(c, entity), store));
  app.post('/query', async (c) => answerPage(c, await posted(c, entity), store));
  app.post('/query/next', async (c) => answerPage(c, await posted(c, entity), store));
  // Without `search` this page came from a POST: its filter is nowhere to be found, so GET is refused.
  app.get('/query/next', async (c, next) =>
    c.req.query('search') === undefined ? next() : answerPage(c, await searched(c, entity), store),
  );
  app.get('/query/count', async (c) => answerCount(c, await searched(c, entity), store));
  app.post('/query/count', async (c) => answerCount(c, await posted(c, entity), store));
  app.get('/entityinformation', (c) => c.json(entityInformation(entity, mayWrite(c))));
  app.get('/entityinformation/fields', async (c) => c.json(await entityFields(entity, store)));
  app.get('/entityinformation/userdefinedfields', (c) => c.json({ fields: [] }));
  app.get(`/${ID}`, async (c) => c.json({ item: await readItem(store, entity, Number(c.req.param('id'))) }));
}

/** The record with this id, with all fields; null where there is none. */
export async function readItem(store: Store, entity: Entity, id: number): Promise<Item | null> {
  const page = await runQuery(store.db, plainQuery(entity, { sql: 'id = ?', args: [id] }));
  return page.items[0] ?? null;
}

/** One page of a query, at the position that the URL names, with the URLs of its neighbours. */
export async function answerPage(c: Ctx, query: Query, store: Store, path?: string): Promise<Response> {
  const paging = c.req.query('paging');
  const position = paging === undefined ? undefined : readPosition(paging);
  if (paging !== undefined && position === undefined)
    throw new VendorError('The paging parameter is not valid.');
  const page = await runQuery(store.db, query, position);
  return c.json({ items: page.items, pageDetails: pageDetails(c, query, page, path) });
}

async function answerCount(c: Ctx, query: Query, store: Store): Promise<Response> {
  return c.json({ queryCount: await countQuery(store.db, query) });
}

function pageDetails(c: Ctx, query: Query, page: Page, path = `${query.entity.path}/query/next`): unknown {
  const { origin, searchParams } = new URL(c.req.url);
  const url = (position: Position | null): string | null => {
    if (position === null) return null;
    const parameters = new URLSearchParams({ paging: writePosition(position) });
    const search = searchParams.get('search');
    if (search !== null) parameters.set('search', search);
    return `${origin}/ATServicesRest/V1.0/${path}?${parameters.toString()}`;
  };
  return {
    count: page.items.length,
    requestCount: page.next?.pageSize ?? page.previous?.pageSize ?? query.pageSize,
    prevPageUrl: url(page.previous),
    nextPageUrl: url(page.next),
  };
}

function searched(c: Ctx, entity: Entity): Promise<Query> {
  const search = c.req.query('search');
  return Promise.resolve(parseQuery(search === undefined ? undefined : parseJson(search), entity));
}

async function posted(c: Ctx, entity: Entity): Promise<Query> {
  return parseQuery(await readJson(c), entity);
}

/** The posted JSON; undefined where there is none, which then lacks whatever is required. */
export function readJson(c: Ctx): Promise<unknown> {
  return c.req.text().then(parseJson);
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

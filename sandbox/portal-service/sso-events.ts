import type { Hono } from 'hono';
import * as v from 'valibot';
import { InstantSchema } from '../../src/model/index.js';
import { IdTextSchema } from '../id-text.js';
import { startOfLog, type SsoPlace } from '../store/sso-events.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import type { ServiceEnv } from './env.js';
import { problem } from './problem.js';

const PAGE_SIZE = 500;

/** Where the page before ended: moment and id of its last event. */
const CursorSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split('_')),
  v.strictTuple([InstantSchema, IdTextSchema]),
  v.transform(([at, id]): SsoPlace => ({ at, id })),
);

/** L: the log of sign-ins, a page at a time, the newest first. */
export function ssoEventsPath(app: Hono<ServiceEnv>, store: Store): void {
  app.get('/companies/:id/sso-events', async (c) => {
    const companyId = await knownCompanyId(store, c.req.param('id'));
    const cursor = c.req.query('cursor');
    const after = cursor === undefined ? null : v.safeParse(CursorSchema, cursor);
    if (after?.success === false) return problem('not-found', { detail: 'There is no such page.' });
    const since = await startOfLog(store, companyId, new Date());
    const wanted = { companyId, since, after: after?.output ?? null };
    const events = await store.ssoEvents.page({ ...wanted, limit: PAGE_SIZE + 1 });
    const page = events.slice(0, PAGE_SIZE);
    const last = page.at(-1);
    const isEnd = last === undefined || events.length <= PAGE_SIZE;
    return c.json({
      events: page,
      next: isEnd ? null : `${last.at}_${last.id.toString()}`,
      total: await store.ssoEvents.count(companyId, since),
    });
  });
}

import type { Hono } from 'hono';
import type { Company } from '../../src/model/index.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import type { ServiceEnv } from './env.js';
import { pageById } from './paging.js';

/** Customers, and where their people sign in. */
export function companyPaths(app: Hono<ServiceEnv>, store: Store): void {
  const { companies } = store;
  app.get('/companies', async (c) => {
    const page = await pageById(
      c.req.query('cursor'),
      ({ id }: Company) => id,
      (slice) => companies.customers(slice),
    );
    return page instanceof Response ? page : c.json({ companies: page.items, next: page.next });
  });
  app.get('/companies/:id', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return c.json(await companies.get(id));
  });
  app.get('/companies/:id/portal-login', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return c.json(await companies.portalLogin(id));
  });
}

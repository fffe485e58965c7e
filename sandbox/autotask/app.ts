import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../faults/middleware.js';
import { Refusal } from '../store/refusal.js';
import type { Store } from '../store/store.js';
import { errorBody, notFoundBody, refusalText, VendorError } from './answers.js';
import { isApiUser, requireApiUser, requireWriteAccess } from './auth.js';
import { clientPortalUsers } from './entities/client-portal-users.js';
import { companies } from './entities/companies.js';
import { contacts } from './entities/contacts.js';
import { countries } from './entities/countries.js';
import { tickets } from './entities/tickets.js';
import type { Entity } from './entity.js';
import { limitThreads, limitUsage } from './limits/middleware.js';
import { createThreadGate } from './limits/threads.js';
import type { ThresholdMeter } from './limits/threshold.js';
import { entityFields } from './metadata.js';
import { plainQuery } from './query/run.js';
import { addFallbacks } from './routes/fallbacks.js';
import { addReads, answerPage, ID, readItem, readPaths } from './routes/read.js';
import { addWrites } from './routes/write.js';
import { companyWriter, contactWriter, portalUserWriter } from './write/writers.js';

export interface AutotaskNeeds {
  readonly store: Store;
  readonly threshold: ThresholdMeter;
  /** Runs inside the threads, so that a slow request holds its thread. */
  readonly faults: MiddlewareHandler<SandboxEnv>;
}

type App = Hono<SandboxEnv>;

/** The vendor's REST API below `/atservicesrest`; the server hands it paths in lower case. */
export function autotaskApp(needs: AutotaskNeeds): App {
  const app: App = new Hono();
  addPublicCalls(app, needs.faults);
  const api = authorisedCalls(needs);
  // Public clients write the version both ways.
  app.route('/v1.0', api);
  app.route('/1.0', api);
  app.all('*', (c) => c.json(notFoundBody(c.req.url), 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json(errorBody(refusalText(error.code)), 500);
    if (error instanceof VendorError) return c.json(errorBody(error.text), error.status);
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return c.json(errorBody('An unexpected error has occurred.'), 500);
  });
  return app;
}

/** Without credentials and without limits. */
function addPublicCalls(app: App, faults: MiddlewareHandler<SandboxEnv>): void {
  for (const base of ['', '/v1.0', '/1.0']) {
    app.get(`${base}/versioninformation`, faults, (c) => c.json({ apiVersions: ['1.0'] }));
    app.get(`${base}/zoneinformation`, faults, (c) => {
      if (!isApiUser(c.req.query('user')))
        throw new VendorError('Zone information could not be determined for the given user.');
      const { origin } = new URL(c.req.url);
      return c.json({ zoneName: 'Sandbox', url: `${origin}/ATServicesRest/`, webUrl: `${origin}/`, ci: 1 });
    });
  }
}

function authorisedCalls(needs: AutotaskNeeds): App {
  const { store, threshold, faults } = needs;
  const threads = createThreadGate();
  const endpoint = (name: string): App => {
    const app: App = new Hono();
    app.use(limitThreads(threads, name), limitUsage(threshold), faults);
    return app;
  };
  const api: App = new Hono();
  api.use(requireApiUser);
  const information = endpoint('ThresholdInformation');
  information.get('/', (c) => c.json(threshold.information()));
  addFallbacks(information, ['/']);
  api.route('/thresholdinformation', information);
  // Before `/companies`: a child counts on the child's endpoint.
  api.route('/companies/:parentId{[0-9]+}/contacts', childContacts(endpoint(contacts.path), store));
  api.route('/contacts', readOnlyRoot(endpoint(contacts.path), contacts, store));
  api.route('/countries', readOnlyRoot(endpoint(countries.path), countries, store));
  api.route('/tickets', ticketMetadata(endpoint(tickets.path), store));
  api.route(
    '/companies',
    root(endpoint(companies.path), companies, store, () => companyWriter(store)),
  );
  api.route(
    '/clientportalusers',
    root(endpoint(clientPortalUsers.path), clientPortalUsers, store, () => portalUserWriter(store)),
  );
  return api;
}

function root(app: App, entity: Entity, store: Store, writer: () => ReturnType<typeof companyWriter>): App {
  addReads(app, entity, store);
  addWrites(app, { entity, store, writer });
  addFallbacks(app, ['/', ...readPaths]);
  return app;
}

/** No writes: contacts' go through the parent, countries have none. */
function readOnlyRoot(app: App, entity: Entity, store: Store): App {
  addReads(app, entity, store);
  addFallbacks(app, readPaths);
  return app;
}

function ticketMetadata(app: App, store: Store): App {
  const path = '/entityinformation/fields';
  app.get(path, async (c) => c.json(await entityFields(tickets, store)));
  addFallbacks(app, [path]);
  return app;
}

/** `/Companies/{parentId}/Contacts`: list, get and every write. */
function childContacts(app: App, store: Store): App {
  const parentOf = (c: { req: { param: (name: string) => string | undefined } }): number =>
    Number(c.req.param('parentId'));
  app.get('/', (c) => {
    const parentId = parentOf(c);
    const query = plainQuery(contacts, { sql: 'companyID = ?', args: [parentId] });
    return answerPage(c, query, store, `Companies/${parentId.toString()}/Contacts`);
  });
  app.get(`/${ID}`, async (c) => {
    const item = await readItem(store, contacts, Number(c.req.param('id')));
    return c.json({ item: item?.companyID === parentOf(c) ? item : null });
  });
  app.delete(`/${ID}`, requireWriteAccess, async (c) => {
    const id = Number(c.req.param('id'));
    await contactWriter(store, parentOf(c)).remove(id);
    return c.json({ itemId: id });
  });
  addWrites(app, {
    entity: contacts,
    store,
    writer: (c) => contactWriter(store, parentOf(c)),
    prepare: (c, body) => {
      if (!body.has('companyid')) body.set('companyid', parentOf(c));
      if (body.get('companyid') !== parentOf(c))
        throw new VendorError('The companyID must match the parent in the request URI.');
    },
  });
  addFallbacks(app, ['/', `/${ID}`]);
  return app;
}

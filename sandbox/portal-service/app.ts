import { Hono } from 'hono';
import type { AuthorizationServer } from '../authorization/server.js';
import type { Store } from '../store/store.js';
import { ticketOptions } from '../store/ticket-options.js';
import { capabilitiesOf } from './capabilities.js';
import { companyPaths } from './companies.js';
import { knownCompanyId, UnknownCompany } from './company-id.js';
import { contactPaths } from './contacts.js';
import type { ServiceEnv } from './env.js';
import { invalid, type FieldProblem } from './field-problems.js';
import { globalSettingsPath } from './global-settings.js';
import { logoPaths } from './logos.js';
import { portalUserPaths } from './portal-users.js';
import { problem } from './problem.js';
import { SentTwice } from './sent-twice.js';
import { settingsPath } from './settings.js';
import { ssoEventsPath } from './sso-events.js';
import { taskfirePaths } from './taskfire.js';

/**
 * The portal service, the reference implementation of `docs/portal-service.openapi.yaml`; to be mounted under
 * `/portal/v1`. Every path needs a bearer token, unknown ones too, so that nobody without one learns what there is.
 */
export function portalService(
  store: Store,
  authorization: Pick<AuthorizationServer, 'accountByToken' | 'resource'>,
): Hono<ServiceEnv> {
  const app = new Hono<ServiceEnv>();
  app.onError((error) => {
    const code = error instanceof UnknownCompany ? 'not-found' : 'unexpected';
    return problem(code, { detail: error.message });
  });
  app.use('*', async (c, next) => {
    const token = bearerToken(c.req.header('Authorization'));
    const account =
      token && ((await store.accounts.byAccessToken(token)) ?? (await authorization.accountByToken(token)));
    if (!account) return refusal(authorization.resource, token !== undefined);
    c.set('account', account);
    await next();
    c.header('Cache-Control', 'no-store');
    return undefined;
  });
  const sentTwice = new SentTwice();
  readingPaths(app, store);
  companyPaths(app, store);
  contactPaths(app, store, sentTwice);
  portalUserPaths(app, store, sentTwice);
  settingsPath(app, store);
  ssoEventsPath(app, store);
  taskfirePaths(app, store);
  globalSettingsPath(app, store);
  logoPaths(app, store);
  app.all('*', () => problem('not-found'));
  return app;
}

function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '')?.[1];
}

/** Says where to get a token (RFC 9728), and whether there was one that is no good (RFC 6750). */
function refusal(resource: string, hadToken: boolean): Response {
  const { origin, pathname } = new URL(resource);
  const metadata = `resource_metadata="${origin}/.well-known/oauth-protected-resource${pathname}"`;
  const challenge = `Bearer ${hadToken ? 'error="invalid_token", ' : ''}${metadata}`;
  return problem('auth', { headers: { 'WWW-Authenticate': challenge } });
}

const companyIdMissing: FieldProblem = {
  path: ['companyId'],
  code: 'invalid-value',
  detail: 'The query names no company.',
};

function readingPaths(app: Hono<ServiceEnv>, store: Store): void {
  app.get('/capabilities', async (c) => {
    const companyId = c.req.query('companyId');
    if (companyId === undefined) return invalid([companyIdMissing]);
    await knownCompanyId(store, companyId);
    return c.json(capabilitiesOf(c.get('account')));
  });
  app.get('/account', (c) => c.json({ name: c.get('account').displayName }));
  app.get('/provider', async (c) => c.json(await store.provider.defaults()));
  app.get('/request-types', async (c) => c.json(await store.provider.requestTypes()));
  app.get('/ticket-options', (c) => c.json(ticketOptions));
  app.get('/time-zones', (c) => c.json(Intl.supportedValuesOf('timeZone')));
}

import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { autotaskApp } from './autotask/app.js';
import { createThresholdMeter } from './autotask/limits/threshold.js';
import { createLifetimeState } from './authorization/lifetimes.js';
import { authorizationRoutes } from './authorization/routes.js';
import { createAuthorizationServer } from './authorization/server.js';
import { controlApp } from './faults/control.js';
import { createFaultState } from './faults/faults.js';
import { createRequestLog } from './faults/log.js';
import { injectFaults, logRequests, type SandboxEnv } from './faults/middleware.js';
import { signInControl } from './faults/sign-ins.js';
import { adminPages } from './pages/app.js';
import { quickSignIn } from './pages/sign-in.js';
import { portalService } from './portal-service/app.js';
import { allowEveryOrigin } from './portal-service/cross-origin.js';
import type { Store } from './store/store.js';

/** The whole PSA on one port: vendor REST, portal service, its sign-in, the admin's pages, and the switches for tests. */
export function sandboxApp(store: Store, origin: string): Hono<SandboxEnv> {
  const faults = createFaultState();
  const log = createRequestLog();
  const threshold = createThresholdMeter();
  const lifetimes = createLifetimeState();
  const authorization = createAuthorizationServer({ issuer: origin, store, lifetimes });
  const faultsMiddleware = injectFaults(faults);

  const app = new Hono<SandboxEnv>({ getPath: pathOf });
  app.route('/_sandbox', quickSignIn(store));
  app.route('/_sandbox', signInControl(store));
  app.route('/_sandbox', controlApp({ faults, log, threshold, lifetimes }));
  app.use(logRequests(log));
  app.route('/atservicesrest', autotaskApp({ store, threshold, faults: faultsMiddleware }));
  app.use('/portal/v1/*', allowEveryOrigin);
  app.use(faultsMiddleware);
  app.route('/portal/v1', portalService(store, authorization));
  app.route('/', authorizationRoutes(authorization, store));
  app.route('/', adminPages(store));
  return app;
}

/** In the vendor's REST paths neither case nor a slash at the end counts, in all others both do. */
function pathOf(request: Request): string {
  const path = getPath(request);
  return /^\/atservicesrest(\/|$)/i.test(path) ? path.toLowerCase().replace(/\/$/, '') : path;
}

import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { autotaskApp } from './autotask/app.js';
import { createThresholdMeter } from './autotask/limits/threshold.js';
import { controlApp } from './faults/control.js';
import { createFaultState } from './faults/faults.js';
import { createRequestLog } from './faults/log.js';
import { injectFaults, logRequests, type SandboxEnv } from './faults/middleware.js';
import { portalService } from './portal-service/app.js';
import type { Store } from './store/store.js';

/** The whole PSA on one port: vendor REST, portal service, the admin's pages, and the switches for tests. */
export function sandboxApp(store: Store): Hono<SandboxEnv> {
  const faults = createFaultState();
  const log = createRequestLog();
  const threshold = createThresholdMeter();
  const faultsMiddleware = injectFaults(faults);

  const app = new Hono<SandboxEnv>({ getPath: pathOf });
  app.route('/_sandbox', controlApp({ faults, log, threshold }));
  app.use(logRequests(log));
  app.route('/atservicesrest', autotaskApp({ store, threshold, faults: faultsMiddleware }));
  app.use(faultsMiddleware);
  app.route('/portal/v1', portalService(store));
  return app;
}

/** The vendor's REST paths are case-insensitive, all others are not. */
function pathOf(request: Request): string {
  const path = getPath(request);
  return /^\/atservicesrest(\/|$)/i.test(path) ? path.toLowerCase() : path;
}

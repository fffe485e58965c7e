import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Store } from '../store/store.js';
import { pageAssets } from './assets.js';
import { clientListRoutes } from './client-list.js';
import { logoRoutes } from './client/logos.js';
import { clientRoutes } from './client/routes.js';
import { ssoLogRoutes } from './client/sso-log.js';
import { contactRoutes } from './contact/routes.js';
import { globalSettingsRoutes } from './global-settings.js';
import { neighbourRoutes } from './neighbours.js';
import { paths } from './paths.js';
import { unknownPage } from './refusal-pages.js';
import { shellRoutes } from './shell.js';
import { signInRoutes, START } from './sign-in.js';
import { taskfireRoutes } from './taskfire/routes.js';
import { signedIn, withView, type PageEnv } from './view.js';

/**
 * Stricter than the vendor is known to be, so that what runs here runs there: no inline script, no foreign source.
 * `formTargets`: where a page's form may lead beside this origin.
 */
export const pageHeaders = (...formTargets: readonly string[]): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // The vendor's body carries its theme as inline variables.
      styleSrcAttr: ["'unsafe-inline'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'", ...formTargets],
      frameAncestors: ["'self'"],
    },
    // HTTP on loopback: a promise of HTTPS would lock browsers out of the next sandbox on this port.
    strictTransportSecurity: false,
  });

/** The vendor-like pages of the PSA's administration, server-rendered on the sandbox's database; mounted at the top. */
export function adminPages(store: Store): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.use(pageHeaders());
  app.route(paths.assets, pageAssets());
  app.use(withView(store));
  app.get('/', (c) => c.redirect(START));
  signInRoutes(app, store);
  app.use(signedIn);
  shellRoutes(app);
  clientListRoutes(app, store);
  clientRoutes(app, store);
  ssoLogRoutes(app, store);
  logoRoutes(app, store);
  taskfireRoutes(app, store);
  contactRoutes(app, store);
  globalSettingsRoutes(app, store);
  neighbourRoutes(app, store);
  app.all('*', (c) => c.html(unknownPage(c.get('view')), 404));
  return app;
}

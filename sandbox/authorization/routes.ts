import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import { errors, type InteractionResults } from 'oidc-provider';
import * as v from 'valibot';
import { pageHeaders } from '../pages/app.js';
import { readForm } from '../pages/form.js';
import { deniedPage, unknownPage } from '../pages/refusal-pages.js';
import { signedIn, withView, type View } from '../pages/view.js';
import type { Account } from '../store/accounts.js';
import type { Store } from '../store/store.js';
import { consentPage, signedInPage } from './consent-page.js';
import { SIGNED_IN_PAGE } from './redirect-uris.js';
import { SCOPE, type AuthorizationServer } from './server.js';

interface AuthorizationEnv {
  Bindings: HttpBindings;
  Variables: { view: View };
}
type AuthorizationContext = Context<AuthorizationEnv>;
const INTERACTION = '/oauth/interaction/:uid';

/** The authorization server's paths: its pages here, the protocol in the library, which answers on Node's own objects. */
export function authorizationRoutes(server: AuthorizationServer, store: Store): Hono<AuthorizationEnv> {
  const app = new Hono<AuthorizationEnv>();
  resourceMetadata(app, server);
  pages(app, server, store);
  const protocol = server.provider.callback();
  for (const path of [
    '/oauth/*',
    '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
  ])
    app.all(path, async (c) => {
      await protocol(c.env.incoming, c.env.outgoing);
      return RESPONSE_ALREADY_SENT;
    });
  return app;
}

/** RFC 9728: from the portal service's address to the server that lets people in. */
function resourceMetadata(app: Hono<AuthorizationEnv>, { provider, resource }: AuthorizationServer): void {
  app.get('/.well-known/oauth-protected-resource/portal/v1', (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    return c.json({
      resource,
      authorization_servers: [provider.issuer],
      scopes_supported: [SCOPE],
      bearer_methods_supported: ['header'],
      resource_name: 'Portal service of the sandbox',
    });
  });
}

function pages(app: Hono<AuthorizationEnv>, server: AuthorizationServer, store: Store): void {
  app.get(SIGNED_IN_PAGE, pageHeaders(), withView(store), (c) => c.html(signedInPage(c.get('view'))));
  app.use(INTERACTION, withView(store), signedIn);
  app.get(INTERACTION, async (c) => {
    const view = c.get('view');
    const asked = await askedBy(server, c);
    if (asked === null) return c.html(unknownPage(view), 404);
    const { host, origin } = new URL(asked.redirect_uri);
    const { displayName } = accountOf(view);
    c.res = await c.html(consentPage(view, { action: c.req.path, displayName, recipient: host }));
    // The answer to the form leads on to the extension, and browsers hold that redirect to the form's rule as well.
    await pageHeaders(origin)(c, () => Promise.resolve());
    return c.res;
  });
  app.post(INTERACTION, async (c) => {
    const view = c.get('view');
    const form = await readForm(c);
    if (form === null) return c.html(deniedPage(view, view.t.denied.token), 403);
    const asked = await askedBy(server, c);
    if (asked === null) return c.html(unknownPage(view), 404);
    const result =
      form.answer === 'allow'
        ? await allow(server, accountOf(view), asked.client_id)
        : { error: 'access_denied', error_description: view.t.consent.denied };
    const { incoming, outgoing } = c.env;
    return c.redirect(await server.provider.interactionResult(incoming, outgoing, result), 303);
  });
}

const AskedSchema = v.object({ client_id: v.string(), redirect_uri: v.pipe(v.string(), v.url()) });

/** Who asks to be let in, in this browser and under this address; null where that is over. */
async function askedBy(
  { provider }: AuthorizationServer,
  c: AuthorizationContext,
): Promise<v.InferOutput<typeof AskedSchema> | null> {
  try {
    const { uid, params } = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    return uid === c.req.param('uid') ? v.parse(AskedSchema, params) : null;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  }
}

/** Writes down what was allowed, once for who it is and for what it may. */
async function allow(
  { provider, resource }: AuthorizationServer,
  { name }: Account,
  clientId: string,
): Promise<InteractionResults> {
  const grant = new provider.Grant({ accountId: name, clientId });
  grant.addResourceScope(resource, SCOPE);
  return { login: { accountId: name }, consent: { grantId: await grant.save() } };
}

/** Behind `signedIn` somebody always is. */
function accountOf({ account }: View): Account {
  if (account === null) throw new Error('nobody is signed in');
  return account;
}

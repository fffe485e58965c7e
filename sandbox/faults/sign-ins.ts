import { Hono } from 'hono';
import * as v from 'valibot';
import { SsoEventSchema } from '../../src/model/index.js';
import { IdTextSchema } from '../id-text.js';
import { localOnly } from '../local-only.js';
import type { Store } from '../store/store.js';

const { contactId, contactName, securityLevel, userName, identityProvider, type, detail } =
  SsoEventSchema.entries;

/** A sign-in that happens now; all that is not named is empty. */
const SignInSchema = v.object({
  contactId: v.optional(contactId, null),
  contactName: v.optional(contactName, null),
  securityLevel: v.optional(securityLevel, null),
  userName: v.optional(userName, null),
  identityProvider: v.optional(identityProvider, ''),
  type,
  detail: v.optional(detail, ''),
});

/** `POST /_sandbox/companies/174/sso-events`: somebody signs in through an identity provider, or tries to. */
export function signInControl(store: Store): Hono {
  const app = new Hono();
  app.use('/companies/*', localOnly);
  app.post('/companies/:id/sso-events', async (c) => {
    const id = v.safeParse(IdTextSchema, c.req.param('id'));
    const company = id.success ? await store.companies.get(id.output) : null;
    if (company === null) return c.json({ error: 'no such company' }, 404);
    const parsed = v.safeParse(SignInSchema, await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.json({ error: 'this is no sign-in' }, 400);
    const at = new Date().toISOString();
    const eventId = await store.ssoEvents.add(company.id, { ...parsed.output, at });
    return c.json({ id: eventId, at }, 201);
  });
  return app;
}

import type { Context, Hono } from 'hono';
import { ContactDraftSchema, contactProblems, tidyContact, type ContactRow } from '../../src/model/index.js';
import type { ContactSlice } from '../store/contacts.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import type { ServiceEnv } from './env.js';
import { inShape, invalid, ruleProblem } from './field-problems.js';
import { pageById } from './paging.js';
import { problem } from './problem.js';
import type { SentTwice } from './sent-twice.js';
import { readBody } from './versioned-write.js';

/** Contacts of a company with their accounts, and adding one. */
export function contactPaths(app: Hono<ServiceEnv>, store: Store, sentTwice: SentTwice): void {
  const { contacts } = store;
  app.get('/companies/:id/contacts', async (c) => {
    const companyId = await knownCompanyId(store, c.req.param('id'));
    const name = nameIn(c);
    const page = await pageById(
      c.req.query('cursor'),
      ({ contact }: ContactRow) => contact.id,
      (slice) => contacts.slice(companyId, { ...slice, name }),
    );
    if (page instanceof Response) return page;
    // Once is enough for whoever pages through 100,000 of them.
    const isWhole = name === undefined && c.req.query('cursor') === undefined;
    const total = isWhole ? await contacts.count(companyId) : null;
    return c.json({ rows: page.items, next: page.next, total });
  });
  app.post('/companies/:id/contacts', (c) =>
    c.get('account').mayConfigurePortal
      ? sentTwice.once(c, () => create(c, store))
      : Promise.resolve(problem('forbidden')),
  );
}

async function create(c: Context<ServiceEnv, '/companies/:id/contacts'>, store: Store): Promise<Response> {
  const sent = await readBody(c);
  if (sent instanceof Response) return sent;
  const companyId = await knownCompanyId(store, c.req.param('id'));
  const draft = inShape(ContactDraftSchema, sent.body);
  if (draft instanceof Response) return draft;
  const problems = contactProblems(draft).map(({ field, code }) => ruleProblem({ key: field, code }));
  if (problems.length > 0) return invalid(problems);
  const { email, ...same } = tidyContact(draft);
  const id = await store.contacts.create(companyId, { ...same, emailAddress: email, isActive: 1 });
  return c.json(await store.contacts.get(id), 201);
}

/** One of the two alone is no name. */
function nameIn(c: Context<ServiceEnv>): ContactSlice['name'] {
  const { firstName, lastName } = c.req.query();
  return firstName === undefined || lastName === undefined ? undefined : { firstName, lastName };
}

import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  IdSchema,
  namesAmong,
  PortalUserChangeSchema,
  PortalUserDraftSchema,
  PortalUserSchema,
  type PortalUser,
} from '../../src/model/index.js';
import { IdTextSchema } from '../id-text.js';
import { formats } from '../store/formats.js';
import { Refusal } from '../store/refusal.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import type { ServiceEnv } from './env.js';
import { inShape, invalid, type FieldProblem } from './field-problems.js';
import { optionProblems, refusalProblem } from './portal-user-problems.js';
import { problem } from './problem.js';
import type { SentTwice } from './sent-twice.js';
import { readBody } from './versioned-write.js';

/** How many contacts or user names can be asked about at once. */
const MOST = 500;
const ContactsSchema = v.strictObject({ contactIds: v.pipe(v.array(IdSchema), v.maxLength(MOST)) });
const UserNamesSchema = v.strictObject({
  userNames: v.pipe(v.array(v.string()), v.maxLength(MOST)),
  exceptPortalUserId: v.nullable(IdSchema),
});
const ChangeSchema = v.strictObject({
  change: PortalUserChangeSchema,
  expected: v.nullable(PortalUserSchema),
});

type ServiceContext = Context<ServiceEnv, string>;

/** Contacts' accounts: which there are, giving one, changing one. None can be deleted. */
export function portalUserPaths(app: Hono<ServiceEnv>, store: Store, sentTwice: SentTwice): void {
  const path = '/companies/:id/portal-users';
  app.get('/portal-user-options', async (c) => c.json(await options(store)));
  app.post('/user-names/query', async (c) => {
    const asked = await readAs(c, UserNamesSchema);
    if (asked instanceof Response) return asked;
    const taken = await store.portalUsers.taken(asked.userNames, asked.exceptPortalUserId);
    return c.json({ taken: namesAmong(asked.userNames, taken) });
  });
  app.post(`${path}/query`, async (c) => {
    const companyId = await companyOf(c, store);
    const asked = await readAs(c, ContactsSchema);
    if (asked instanceof Response) return asked;
    return c.json({ portalUsers: await store.contacts.accounts(companyId, asked.contactIds) });
  });
  app.get(`${path}/:userId`, async (c) => {
    const portalUser = await accountIn(c, store);
    return portalUser === null ? problem('not-found') : c.json(portalUser);
  });
  app.post(path, (c) =>
    mayWrite(c) ? sentTwice.once(c, () => create(c, store)) : Promise.resolve(problem('forbidden')),
  );
  app.patch(`${path}/:userId`, (c) => (mayWrite(c) ? change(c, store) : problem('forbidden')));
}

async function create(c: ServiceContext, store: Store): Promise<Response> {
  const companyId = await companyOf(c, store);
  const draft = await readAs(c, PortalUserDraftSchema);
  if (draft instanceof Response) return draft;
  const contact = await store.contacts.get(draft.contactId);
  if (contact?.companyId !== companyId) return invalid([refusalProblem('contact-unknown', draft)]);
  const unknown = optionProblems(draft);
  if (unknown.length > 0) return invalid(unknown);
  const { contactId, isActive, ...same } = draft;
  return refused(draft, async () => {
    await store.portalUsers.create({ ...same, contactID: contactId, isClientPortalActive: isActive });
    const [created] = await store.contacts.accounts(companyId, [contactId]);
    return c.json(created, 201);
  });
}

async function change(c: ServiceContext, store: Store): Promise<Response> {
  const known = await accountIn(c, store);
  if (known === null) return problem('not-found');
  const wanted = await readAs(c, ChangeSchema);
  if (wanted instanceof Response) return wanted;
  const unknown = optionProblems(wanted.change);
  if (unknown.length > 0) return invalid(unknown);
  return refused(wanted.change, async () => {
    const result = await store.portalUsers.change(known.id, wanted);
    if (result.kind === 'saved') return c.json({ before: result.before, after: result.after });
    const problems = result.fields.map((field): FieldProblem => ({
      path: [field],
      code: 'changed-meanwhile',
    }));
    return problem('changed-meanwhile', { extension: { problems } });
  });
}

/** What the store refuses, led to the field that was sent. */
async function refused(
  sent: Parameters<typeof refusalProblem>[1],
  write: () => Promise<Response>,
): Promise<Response> {
  try {
    return await write();
  } catch (thrown) {
    if (thrown instanceof Refusal) return invalid([refusalProblem(thrown.code, sent)]);
    throw thrown;
  }
}

const mayWrite = (c: ServiceContext): boolean => c.get('account').mayConfigurePortal;

const companyOf = (c: ServiceContext, store: Store): Promise<number> =>
  knownCompanyId(store, c.req.param('id') ?? '');

async function readAs<S extends v.GenericSchema>(
  c: ServiceContext,
  schema: S,
): Promise<v.InferOutput<S> | Response> {
  const sent = await readBody(c);
  return sent instanceof Response ? sent : inShape(schema, sent.body);
}

/** The account that the path names; null where it is none of the company's. */
async function accountIn(c: ServiceContext, store: Store): Promise<PortalUser | null> {
  const companyId = await companyOf(c, store);
  const id = v.safeParse(IdTextSchema, c.req.param('userId'));
  const row = id.success ? await store.contacts.rowOfAccount(id.output) : null;
  return row?.contact.companyId === companyId ? row.portalUser : null;
}

async function options(store: Store): Promise<Record<string, unknown>> {
  const listOf = (field: keyof typeof formats) =>
    formats[field].map((format) => ({ ...format, isDefault: false }));
  return {
    securityLevels: await store.provider.securityLevels(),
    dateFormats: listOf('dateFormat'),
    timeFormats: listOf('timeFormat'),
    numberFormats: listOf('numberFormat'),
  };
}

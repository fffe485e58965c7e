import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { IdSchema } from '../../src/model/index.js';
import type { Account } from '../store/accounts.js';
import type { StoredSettings } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { capabilitiesOf } from './capabilities.js';
import { parseChange, ruleProblem } from './field-problems.js';
import { problem } from './problem.js';

interface Env {
  Variables: { account: Account };
}

/** An id as it stands in a path or query. */
const IdTextSchema = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), IdSchema);

/**
 * The portal service under `/portal/v1`, the reference implementation of `docs/portal-service.openapi.yaml`. Every
 * path needs a bearer token, unknown ones too, so that nobody without one learns what there is.
 */
export function portalService(store: Store): Hono<Env> {
  const app = new Hono<Env>().basePath('/portal/v1');
  app.onError((error, c) => {
    if (error instanceof UnknownCompany) return problem(c, 'not-found', error.message);
    return problem(c, 'unexpected', error.message);
  });
  app.use('*', async (c, next) => {
    const account = await accountOf(store, c.req.header('Authorization'));
    if (account === null) {
      c.header('WWW-Authenticate', 'Bearer');
      return problem(c, 'auth');
    }
    c.set('account', account);
    c.header('Cache-Control', 'no-store');
    return next();
  });
  readingPaths(app, store);
  settingsPath(app, store);
  app.all('*', (c) => problem(c, 'not-found'));
  return app;
}

/** Thrown where a path names a company that there is not. */
class UnknownCompany extends Error {}

async function accountOf(store: Store, header: string | undefined): Promise<Account | null> {
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '')?.[1];
  return token === undefined ? null : store.accounts.byAccessToken(token);
}

/** The company that the text names; throws {@link UnknownCompany}. */
async function knownCompanyId(store: Store, text: string): Promise<number> {
  const id = v.safeParse(IdTextSchema, text);
  const company = id.success ? await store.companies.get(id.output) : null;
  if (company === null) throw new UnknownCompany(`No company has the id ${text}.`);
  return company.id;
}

function readingPaths(app: Hono<Env>, store: Store): void {
  app.get('/capabilities', async (c) => {
    const companyId = c.req.query('companyId');
    if (companyId === undefined) {
      const problems = [{ path: ['companyId'], code: 'invalid-value', detail: 'The query names no company.' }];
      return problem(c, 'validation', undefined, { problems });
    }
    await knownCompanyId(store, companyId);
    return c.json(capabilitiesOf(c.get('account')));
  });
  app.get('/provider', async (c) => c.json(await store.provider.defaults()));
  app.get('/request-types', async (c) => c.json(await store.provider.requestTypes()));
  app.get('/time-zones', (c) => c.json(Intl.supportedValuesOf('timeZone')));
  app.get('/companies/:id/taskfire', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return c.json(await store.taskfire.get(id));
  });
  app.get('/companies/:id/portal-login', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return c.json(await store.companies.portalLogin(id));
  });
}

function settingsPath(app: Hono<Env>, store: Store): void {
  app.get('/companies/:id/settings', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return settingsAnswer(c, id, await store.settings.get(id));
  });
  app.patch('/companies/:id/settings', async (c) => {
    const account = c.get('account');
    if (!account.mayConfigurePortal) return problem(c, 'forbidden');
    const companyId = await knownCompanyId(store, c.req.param('id'));
    const version = c.req.header('If-Match');
    if (version === undefined) return problem(c, 'version-missing', 'Send the version in If-Match.');
    if (!isJson(c.req.header('Content-Type'))) return problem(c, 'unsupported-media-type');
    const parsed = parseChange(await c.req.json().catch(() => undefined));
    if (!parsed.isValid) return problem(c, 'validation', undefined, { problems: parsed.problems });
    const { change } = parsed;
    const expectedVersion = versionOfTag(version);
    const result = await store.settings.save({
      companyId,
      change,
      expectedVersion,
      changedBy: account.displayName,
    });
    switch (result.kind) {
      case 'saved':
        return settingsAnswer(c, companyId, result.current);
      case 'conflict':
        return conflictAnswer(c, companyId, result.current);
      case 'refused':
        return problem(c, 'validation', undefined, { problems: result.problems.map(ruleProblem) });
    }
  });
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

const entityTag = ({ version }: StoredSettings): string => `"${version}"`;

/** A tag that this service never gave stands for a version that never was, so it conflicts. */
function versionOfTag(tag: string): number {
  const digits = /^"(\d{1,15})"$/.exec(tag.trim())?.[1];
  return digits === undefined ? -1 : Number(digits);
}

function snapshot(companyId: number, stored: StoredSettings): Record<string, unknown> {
  return { companyId, ...stored, version: entityTag(stored) };
}

function settingsAnswer(c: Context, companyId: number, stored: StoredSettings): Response {
  c.header('ETag', entityTag(stored));
  return c.json(snapshot(companyId, stored));
}

function conflictAnswer(c: Context, companyId: number, stored: StoredSettings): Response {
  c.header('ETag', entityTag(stored));
  return problem(c, 'conflict', undefined, { current: snapshot(companyId, stored) });
}

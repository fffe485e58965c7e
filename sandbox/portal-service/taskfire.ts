import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { AgreementAcceptanceSchema, BillingChoiceSchema, LevelMoveSchema } from '../../src/model/index.js';
import type { Store } from '../store/store.js';
import type { TaskfireWrite, TaskfireWriteResult } from '../store/taskfire.js';
import { knownCompanyId } from './company-id.js';
import type { ServiceEnv } from './env.js';
import { inShape, invalid } from './field-problems.js';
import { problem } from './problem.js';
import { readVersionedWrite } from './versioned-write.js';

const DisableSchema = v.strictObject({ moves: v.array(LevelMoveSchema) });
const BillingSchema = v.strictObject({ choice: BillingChoiceSchema });

/** T: reading Taskfire of a company, enabling, disabling and billing it, with a version that must match. */
export function taskfirePaths(app: Hono<ServiceEnv>, store: Store): void {
  const { taskfire } = store;
  const path = '/companies/:id/taskfire';
  app.get(path, async (c) => {
    const current = await taskfire.get(await companyOf(c, store));
    c.header('ETag', current.version);
    return c.json(current);
  });
  app.get(`${path}/agreement`, async (c) => {
    const language = /^de\b/i.test(c.req.header('Accept-Language') ?? '') ? 'de' : 'en';
    return c.json(await taskfire.agreement(await companyOf(c, store), language));
  });
  app.get(`${path}/contracts`, async (c) => c.json(await taskfire.contracts(await companyOf(c, store))));
  app.post(`${path}/enable`, (c) =>
    write(c, store, AgreementAcceptanceSchema, (to, acceptance) =>
      taskfire.enable(to, acceptance, c.get('account').displayName),
    ),
  );
  app.post(`${path}/disable`, (c) =>
    write(c, store, DisableSchema, (to, { moves }) => taskfire.disable(to, moves)),
  );
  app.put(`${path}/billing`, (c) =>
    write(c, store, BillingSchema, (to, { choice }) => taskfire.setBilling(to, choice)),
  );
}

const companyOf = (c: Context<ServiceEnv, string>, store: Store): Promise<number> =>
  knownCompanyId(store, c.req.param('id') ?? '');

/** Who was moved is told only where somebody could be: after disabling. */
async function write<S extends v.GenericSchema>(
  c: Context<ServiceEnv, string>,
  store: Store,
  schema: S,
  change: (to: TaskfireWrite, body: v.InferOutput<S>) => Promise<TaskfireWriteResult>,
): Promise<Response> {
  const written = await readVersionedWrite(c);
  if (written instanceof Response) return written;
  const companyId = await companyOf(c, store);
  const body = inShape(schema, written.body);
  if (body instanceof Response) return body;
  const result = await change({ companyId, expectedVersion: written.version }, body);
  const { current } = result;
  if (result.kind === 'conflict') return problem('conflict', { headers: { ETag: current.version } });
  if (result.kind === 'refused') return invalid(result.problems);
  c.header('ETag', current.version);
  return c.json(c.req.path.endsWith('/disable') ? { taskfire: current, moved: result.moved } : current);
}

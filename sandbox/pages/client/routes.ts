import type { Hono } from 'hono';
import * as v from 'valibot';
import { applyChange } from '../../../src/model/index.js';
import type { Store } from '../../store/store.js';
import { IdTextSchema } from '../../id-text.js';
import { readForm } from '../form.js';
import { clientPath, paths } from '../paths.js';
import { deniedPage, unknownPage } from '../refusal-pages.js';
import type { PageContext, PageEnv } from '../view.js';
import { messageBar } from '../widgets.js';
import { changeOfForm } from './change.js';
import { readClient, type ClientModel } from './model.js';
import { clientPage } from './page.js';

/** The page's query. Company 0 is the provider's own. */
const QuerySchema = v.object({
  accountId: IdTextSchema,
  page: v.fallback(v.pipe(IdTextSchema, v.minValue(1)), 1),
});

/** The page of one company, and the Save of its form. */
export function clientRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.client, async (c) => {
    const model = await modelOf(c, store);
    if (model === null) return c.html(unknownPage(c.get('view')), 404);
    const { t } = c.get('view');
    const isSaved = c.req.query('saved') === '1';
    const message = isSaved ? { message: messageBar('Confirmation', t.detail.saved) } : {};
    return c.html(clientPage(c.get('view'), { ...model, ...message }));
  });
  app.post(paths.client, (c) => save(c, store));
}

async function modelOf(c: PageContext, store: Store): Promise<ClientModel | null> {
  const query = v.safeParse(QuerySchema, c.req.query());
  if (!query.success) return null;
  const client = await readClient(store, query.output.accountId, query.output.page);
  return client && { ...client, mayEdit: c.get('view').account?.mayConfigurePortal === true };
}

/** Nobody compares versions here: as in the vendor's form, the last one who saves wins. */
async function save(c: PageContext, store: Store): Promise<Response> {
  const view = c.get('view');
  const form = await readForm(c);
  if (form === null) return c.html(deniedPage(view, view.t.denied.token), 403);
  const model = await modelOf(c, store);
  if (view.account === null || model?.mayEdit === false)
    return c.html(deniedPage(view, view.t.denied.permission), 403);
  if (model === null) return c.html(unknownPage(view), 404);
  const change = changeOfForm(form);
  if (change === null) return refused(c, model, [view.t.detail.invalid]);
  const { id: companyId } = model.company;
  const result = await store.settings.save({ companyId, change, changedBy: view.account.displayName });
  if (result.kind === 'saved') return c.redirect(`${clientPath(companyId)}&saved=1`, 303);
  const problems = result.kind === 'refused' ? result.problems : [];
  const settings = applyChange(model.settings, change);
  return refused(
    c,
    { ...model, settings },
    problems.map(({ key, code }) => `${view.t.settings[key]}: ${view.t.detail.problems[code]}`),
  );
}

/** The form again, with what was entered and why it was not saved. */
function refused(
  c: PageContext,
  model: ClientModel,
  reasons: readonly string[],
): Response | Promise<Response> {
  const message = messageBar('Warning', reasons.join(' '));
  return c.html(clientPage(c.get('view'), { ...model, message }), 422);
}

import type { Hono } from 'hono';
import * as v from 'valibot';
import type { BillingChoice, Company, LevelMove } from '../../../src/model/index.js';
import { IdTextSchema } from '../../id-text.js';
import type { Store } from '../../store/store.js';
import type { TaskfireWriteResult } from '../../store/taskfire.js';
import { readForm, type FormValues } from '../form.js';
import { clientPath, paths } from '../paths.js';
import { deniedPage, unknownPage } from '../refusal-pages.js';
import type { PageContext, PageEnv, View } from '../view.js';
import type { Markup } from '../widgets.js';
import { acknowledgmentPage, agreementPage, billingPage, disablePage } from './pages.js';

const StepSchema = v.picklist(['enable', 'acknowledgment', 'billing', 'disable']);
type Step = v.InferOutput<typeof StepSchema>;
const QuerySchema = v.object({ accountId: IdTextSchema, step: StepSchema });

interface Asked {
  readonly company: Company;
  readonly step: Step;
}

/** T: the pages behind the Taskfire section, and what their forms do. As in the whole form, the last one who saves wins. */
export function taskfireRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.taskfire, async (c) => {
    const asked = await askedFor(c, store);
    const page = asked && (await pageOf(c.get('view'), store, asked, []));
    return page === null ? c.html(unknownPage(c.get('view')), 404) : c.html(page);
  });
  app.post(paths.taskfire, (c) => save(c, store));
}

async function askedFor(c: PageContext, store: Store): Promise<Asked | null> {
  const query = v.safeParse(QuerySchema, c.req.query());
  const company = query.success ? await store.companies.get(query.output.accountId) : null;
  return query.success && company !== null ? { company, step: query.output.step } : null;
}

/** null where there is nothing of that: no billing of a company without Taskfire, no second agreement. */
async function pageOf(
  view: View,
  store: Store,
  { company, step }: Asked,
  problems: readonly string[],
): Promise<Markup | null> {
  const taskfire = await store.taskfire.get(company.id);
  const about = { company, problems };
  const agreement = await store.taskfire.agreement(company.id, view.language);
  if (!taskfire.isActive) return step === 'enable' ? agreementPage(view, about, agreement) : null;
  switch (step) {
    case 'enable':
      return null;
    case 'acknowledgment':
      return acknowledgmentPage(view, about, { taskfire, agreement });
    case 'billing':
      return billingPage(view, about, { taskfire, contracts: await store.taskfire.contracts(company.id) });
    case 'disable':
      return disablePage(view, about, { taskfire, levels: await store.provider.securityLevels() });
  }
}

async function save(c: PageContext, store: Store): Promise<Response> {
  const view = c.get('view');
  const form = await readForm(c);
  if (form === null) return c.html(deniedPage(view, view.t.denied.token), 403);
  if (view.account?.mayConfigurePortal !== true)
    return c.html(deniedPage(view, view.t.denied.permission), 403);
  const asked = await askedFor(c, store);
  if (asked === null) return c.html(unknownPage(view), 404);
  const result = await write(store, asked, form, view.account.displayName);
  if (result === null) return c.html(unknownPage(view), 404);
  if (result.kind === 'saved') return c.redirect(`${clientPath(asked.company.id)}&saved=1`, 303);
  const codes = result.kind === 'refused' ? result.problems.map(({ code }) => code) : [];
  const problems = [...new Set(codes)].map((code) => view.t.taskfire.problems[code]);
  const page = await pageOf(view, store, asked, problems);
  return page === null ? c.html(unknownPage(view), 404) : c.html(page, 422);
}

async function write(
  store: Store,
  { company, step }: Asked,
  form: FormValues,
  by: string,
): Promise<TaskfireWriteResult | null> {
  const to = { companyId: company.id };
  switch (step) {
    case 'acknowledgment':
      return null;
    case 'enable': {
      const confirmed = numbered(form, /^confirm\.(\w+)$/).flatMap(([id, value]) =>
        value === 'true' ? [id] : [],
      );
      return store.taskfire.enable(to, { agreementVersion: form.agreementVersion ?? '', confirmed }, by);
    }
    case 'billing':
      return store.taskfire.setBilling(to, choiceOf(form));
    case 'disable':
      return store.taskfire.disable(to, movesOf(form));
  }
}

/** The named part of each field of this kind, with its value. */
function numbered(form: FormValues, pattern: RegExp): [string, string][] {
  return Object.entries(form).flatMap(([name, value]): [string, string][] => {
    const part = pattern.exec(name)?.[1];
    return part === undefined ? [] : [[part, value]];
  });
}

/** -1 is nothing's id, so the rules refuse what is no number. */
function idOf(text = ''): number {
  const id = v.safeParse(IdTextSchema, text);
  return id.success ? id.output : -1;
}

function choiceOf(form: FormValues): BillingChoice {
  const { contract = '' } = form;
  return contract === ''
    ? null
    : { contractId: idOf(contract), serviceId: idOf(form[`service.${contract}`]) };
}

function movesOf(form: FormValues): LevelMove[] {
  return numbered(form, /^move\.(\d+)$/).flatMap(([from, to]) =>
    to === '' ? [] : [{ from: idOf(from), to: idOf(to) }],
  );
}

import type { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';
import {
  GlobalSettingsSchema,
  type GlobalChange,
  type GlobalSettings,
  type RequestType,
} from '../../src/model/index.js';
import { IdTextSchema } from '../id-text.js';
import type { Store } from '../store/store.js';
import { hiddenUnless, quickTicketValueEditors } from './client/quick-ticket.js';
import { FlagText } from './form-values.js';
import { readForm, type FormValues } from './form.js';
import { innerPage } from './layout.js';
import { paths } from './paths.js';
import { deniedPage } from './refusal-pages.js';
import type { PageContext, PageEnv, View } from './view.js';
import {
  editor,
  messageBar,
  readOnlyData,
  section,
  selector,
  textBox,
  toolBarButton,
  type Markup,
} from './widgets.js';

const { entries } = GlobalSettingsSchema;

/** The fields that the page's form sends. */
const FormSchema = v.object({
  twoFactor: entries.twoFactor,
  ticketsFrom: v.pipe(
    v.string(),
    v.trim(),
    v.transform((day) => (day === '' ? null : day)),
    entries.ticketsFrom,
  ),
  quickTicket: v.picklist(['none', 'values']),
  requestTypeId: IdTextSchema,
  priority: IdTextSchema,
  queueId: IdTextSchema,
  titleEditable: FlagText,
});

/** D1: what all companies inherit, and the Save of its form. */
export function globalSettingsRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.globalSettings, async (c) => {
    const view = c.get('view');
    if (view.account?.mayConfigurePortal !== true) return c.redirect(paths.denied);
    const { settings } = await store.provider.globals();
    const message =
      c.req.query('saved') === '1' ? messageBar('Confirmation', view.t.detail.saved) : undefined;
    return c.html(globalPage(view, settings, await store.provider.requestTypes(), message));
  });
  app.post(paths.globalSettings, (c) => save(c, store));
}

/** Nobody compares versions here: as in the vendor's forms, the last one who saves wins. */
async function save(c: PageContext, store: Store): Promise<Response> {
  const view = c.get('view');
  const form = await readForm(c);
  if (form === null) return c.html(deniedPage(view, view.t.denied.token), 403);
  if (view.account?.mayConfigurePortal !== true)
    return c.html(deniedPage(view, view.t.denied.permission), 403);
  const change = changeOfForm(form);
  const result =
    change && (await store.provider.saveGlobals({ change, changedBy: view.account.displayName }));
  if (result?.kind === 'saved') return c.redirect(`${paths.globalSettings}?saved=1`, 303);
  const reason =
    result?.kind === 'refused'
      ? result.problems.map(({ code }) => view.t.detail.problems[code]).join(' ')
      : view.t.detail.invalid;
  const settings = { ...(await store.provider.globals()).settings, ...change };
  const requestTypes = await store.provider.requestTypes();
  return c.html(globalPage(view, settings, requestTypes, messageBar('Warning', reason)), 422);
}

/** What a posted form sets, or null where it holds values that no widget offers. */
function changeOfForm(form: FormValues): GlobalChange | null {
  const parsed = v.safeParse(FormSchema, form);
  if (!parsed.success) return null;
  const { twoFactor, ticketsFrom, quickTicket, ...values } = parsed.output;
  return { twoFactor, ticketsFrom, quickTicket: quickTicket === 'values' ? values : null };
}

function globalPage(
  view: View,
  settings: GlobalSettings,
  requestTypes: readonly RequestType[],
  message: Markup | undefined,
): Markup {
  const { t } = view;
  return innerPage(view, {
    title: t.global.title,
    bodyClass: 'EntityEdit',
    formAction: paths.globalSettings,
    toolBar: html`${toolBarButton(t.detail.save)}
    ${toolBarButton(t.detail.cancel, { href: paths.globalSettings })}`,
    content: html`${message ?? ''} ${generalSection(view, settings)}
    ${section(t.global.quickTicket, quickTicketEditors(view, settings, requestTypes))}`,
  });
}

function generalSection({ t }: View, settings: GlobalSettings): Markup {
  const policies = entries.twoFactor.options.map((value) => ({ value, label: t.options.twoFactor[value] }));
  const control = { isDisabled: false };
  return section(
    t.detail.sections.general,
    html`${readOnlyData(t.global.login, settings.genericLoginUrl)}
    ${editor(t.global.twoFactor, (labelId) =>
      selector({ ...control, name: 'twoFactor', value: settings.twoFactor, choices: policies, labelId }),
    )}
    ${editor(t.global.ticketsFrom, (labelId) =>
      textBox({
        ...control,
        name: 'ticketsFrom',
        value: settings.ticketsFrom ?? '',
        labelId,
        hint: t.global.dayHint,
      }),
    )}
    ${readOnlyData(t.global.headquarters, settings.headquartersTimeZone)}
    ${readOnlyData(t.global.earlyAccess, settings.isEarlyAccessActivated ? t.yes : t.no)}`,
  );
}

function quickTicketEditors(
  view: View,
  { quickTicket }: GlobalSettings,
  requestTypes: readonly RequestType[],
): Markup {
  const { t } = view;
  const choices = Object.entries(t.global.quickTicketModes).map(([value, label]) => ({ value, label }));
  const value = quickTicket === null ? 'none' : 'values';
  return html`${editor(t.settings.quickTicket, (labelId) =>
      selector({ name: 'quickTicket', value, choices, isDisabled: false, labelId }),
    )}
    <div class="Dependent" data-shown-when="quickTicket=values" ${hiddenUnless(quickTicket !== null)}>
      ${quickTicketValueEditors(view, quickTicket, requestTypes, true)}
    </div>`;
}

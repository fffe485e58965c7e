import type { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';
import type { SsoEvent } from '../../../src/model/index.js';
import { IdTextSchema } from '../../id-text.js';
import { startOfLog, zoneOf } from '../../store/sso-events.js';
import type { Store } from '../../store/store.js';
import { innerPage } from '../layout.js';
import { clientPath, contactPath, paths } from '../paths.js';
import { unknownPage } from '../refusal-pages.js';
import type { PageEnv, View } from '../view.js';
import { toolBarButton, type Markup } from '../widgets.js';

const QuerySchema = v.object({ accountId: IdTextSchema });

/** As many as one page shows; this sandbox's page has no second one. */
const MOST_SHOWN = 500;

interface SsoLogModel {
  readonly companyId: number;
  readonly companyName: string;
  readonly zone: string;
  readonly events: readonly SsoEvent[];
  readonly total: number;
}

/** L: the log of sign-ins as a plain list, opened by "View Log" on the page of the company. */
export function ssoLogRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.ssoLog, async (c) => {
    const view = c.get('view');
    const query = v.safeParse(QuerySchema, c.req.query());
    const company = query.success ? await store.companies.get(query.output.accountId) : null;
    if (company === null) return c.html(unknownPage(view), 404);
    const since = await startOfLog(store, company.id, new Date());
    const wanted = { companyId: company.id, since, after: null, limit: MOST_SHOWN };
    const model = {
      companyId: company.id,
      companyName: company.name,
      zone: await zoneOf(store, company.id),
      events: await store.ssoEvents.page(wanted),
      total: await store.ssoEvents.count(company.id, since),
    };
    return c.html(ssoLogPage(view, model));
  });
}

function ssoLogPage(view: View, model: SsoLogModel): Markup {
  const { log, users, detail } = view.t;
  const headings = [log.date, log.contact, users.securityLevel, users.userName, log.provider, log.type];
  const shown = model.events.length.toString();
  return innerPage(view, {
    title: log.title,
    secondaryTitle: model.companyName,
    bodyClass: 'EntityList',
    toolBar: html`${toolBarButton(detail.cancel, { href: clientPath(model.companyId) })}`,
    content: html`<div class="Grid">
      <table>
        <thead>
          <tr class="Heading">
            ${[...headings, log.detail].map((heading) => html`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${model.events.map((event) => eventRow(view, model, event))}
        </tbody>
      </table>
      <p class="VisibleRows">${shown} ${users.of} ${model.total.toString()} (${model.zone})</p>
    </div>`,
  });
}

function eventRow(view: View, { zone }: SsoLogModel, event: SsoEvent): Markup {
  const format = { dateStyle: 'short', timeStyle: 'medium', timeZone: zone } as const;
  const name = event.contactName ?? '';
  const contact =
    event.contactId === null ? name : html`<a href="${contactPath(event.contactId)}">${name}</a>`;
  return html`<tr class="Display" data-row-key="${event.id}">
    <td>${new Intl.DateTimeFormat(view.language, format).format(new Date(event.at))}</td>
    <td>${contact}</td>
    <td>${event.securityLevel ?? ''}</td>
    <td>${event.userName ?? ''}</td>
    <td>${event.identityProvider}</td>
    <td>${view.t.log.types[event.type]}</td>
    <td>${event.detail}</td>
  </tr>`;
}

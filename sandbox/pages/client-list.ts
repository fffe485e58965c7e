import type { Hono } from 'hono';
import { html } from 'hono/html';
import {
  isBillingContractExpired,
  type Company,
  type CompanySettings,
  type Taskfire,
} from '../../src/model/index.js';
import type { UserCounts } from '../store/companies.js';
import type { Store } from '../store/store.js';
import { innerPage } from './layout.js';
import { clientPath, paths } from './paths.js';
import type { PageEnv, View } from './view.js';
import type { Markup } from './widgets.js';

interface ClientRow {
  readonly company: Company;
  readonly settings: CompanySettings;
  readonly taskfire: Taskfire;
  readonly counts: UserCounts;
}

/** C: all active customers with the settings that the vendor's list shows. */
export function clientListRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.clients, async (c) => {
    const search = c.req.query('search') ?? '';
    const { isEarlyAccessActivated } = await store.provider.defaults();
    const rows = await readRows(store, search.trim().toLowerCase());
    return c.html(clientListPage(c.get('view'), { rows, search, isEarlyAccessActivated }));
  });
}

async function readRows(store: Store, search: string): Promise<ClientRow[]> {
  const counts = await store.companies.userCounts();
  const companies = (await store.companies.list()).filter(
    ({ isActive, isCustomer, name }) => isActive && isCustomer && name.toLowerCase().includes(search),
  );
  return Promise.all(
    companies.map(async (company) => ({
      company,
      settings: (await store.settings.get(company.id)).settings,
      taskfire: await store.taskfire.get(company.id),
      counts: counts.get(company.id) ?? { portalUsers: 0, taskfireUsers: 0 },
    })),
  );
}

interface ClientList {
  readonly rows: readonly ClientRow[];
  readonly search: string;
  readonly isEarlyAccessActivated: boolean;
}

/** A column: its heading and what it shows of a row. */
interface Column {
  readonly heading: string;
  readonly cell: (row: ClientRow) => Markup | string;
}

function clientListPage(view: View, { rows, search, isEarlyAccessActivated }: ClientList): Markup {
  const { t } = view;
  const columns = columnsOf(view, isEarlyAccessActivated);
  return innerPage(view, {
    title: t.clients.title,
    bodyClass: 'EntityList',
    content: html`<form method="get" action="${paths.clients}" class="Search">
        <input type="search" name="search" value="${search}" aria-label="${t.clients.search}" />
        <button type="submit">${t.clients.submit}</button>
      </form>
      <div class="Grid">
        <table>
          <thead>
            <tr class="Heading">
              ${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr class="Display" data-row-key="${row.company.id}">
                  ${columns.map(({ cell }) => html`<td>${cell(row)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
        ${rows.length === 0 ? html`<p>${t.clients.none}</p>` : ''}
      </div>`,
  });
}

function columnsOf({ t }: View, hasEarlyAccess: boolean): Column[] {
  const earlyAccess = {
    heading: t.clients.earlyAccess,
    cell: (row: ClientRow) => mark(row.settings.earlyAccess),
  };
  return [
    { heading: t.clients.enabled, cell: ({ settings }) => mark(settings.portalEnabled) },
    ...(hasEarlyAccess ? [earlyAccess] : []),
    {
      heading: t.clients.name,
      cell: ({ company, taskfire }) =>
        html`<a href="${clientPath(company.id)}">${company.name}</a>
          ${isBillingContractExpired(taskfire, today()) ? html`<span title="${t.clients.contractExpired}">⚠</span>` : ''}`,
    },
    { heading: t.clients.portalUsers, cell: ({ counts }) => counts.portalUsers.toString() },
    { heading: t.clients.taskfireUsers, cell: ({ counts }) => counts.taskfireUsers.toString() },
    { heading: t.clients.notifications, cell: ({ settings }) => mark(settings.notifications) },
    { heading: t.clients.knowledgeBase, cell: ({ settings }) => mark(settings.knowledgeBase) },
    { heading: t.clients.documents, cell: ({ settings }) => mark(settings.documents) },
  ];
}

const mark = (isOn: boolean): string => (isOn ? '✓' : '');
const today = (): string => new Date().toISOString().slice(0, 10);

import { html } from 'hono/html';
import { portalStatus, sortName, type ContactRow } from '../../../src/model/index.js';
import { clientPath, contactPath, paths } from '../paths.js';
import type { View } from '../view.js';
import { section, toolBarButton, type Markup } from '../widgets.js';
import { USERS_PER_PAGE, type ClientModel } from './model.js';

/** U: one contact at a time, on another page; that is all that the vendor's page offers. */
export function usersSection(view: View, model: ClientModel): Markup {
  const { t } = view;
  const { company, users, mayEdit } = model;
  const headings = [
    t.users.name,
    t.users.email,
    t.users.phone,
    t.users.title,
    t.users.active,
    t.users.userName,
    t.users.securityLevel,
  ];
  return section(
    t.detail.sections.users,
    html`<div class="ToolBar">
        ${toolBarButton(t.users.newContact, {
          isDisabled: !mayEdit,
          href: `${paths.newContact}?accountId=${company.id}`,
        })}
      </div>
      <div class="Grid">
        <table>
          <thead>
            <tr class="Heading">
              ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${users.rows.map((row) => userRow(view, model, row))}
          </tbody>
        </table>
        ${users.total === 0 ? html`<p>${t.users.none}</p>` : pager(view, model)}
        <div class="GridContextMenu" hidden>
          <a class="Item" href="${clientPath(company.id)}">${t.contact.title}</a>
        </div>
      </div>`,
  );
}

function userRow(view: View, { levels, mayEdit }: ClientModel, row: ContactRow): Markup {
  const { contact, portalUser } = row;
  const level = levels.find(({ id }) => id === portalUser?.securityLevel)?.name ?? '';
  const access =
    portalStatus(row) === 'active' || !mayEdit
      ? level
      : html`<a href="${contactPath(contact.id, 'portal')}">${view.t.users.activate}</a>`;
  return html`<tr class="Display" data-row-key="${contact.id}" data-edit="${contactPath(contact.id)}">
    <td><a href="${contactPath(contact.id)}">${sortName(contact)}</a></td>
    <td>${contact.email ?? ''}</td>
    <td>${contact.phone ?? ''}</td>
    <td>${contact.title ?? ''}</td>
    <td class="Center">${contact.isActive ? '✓' : ''}</td>
    <td>${portalUser?.userName ?? ''}</td>
    <td>${access}</td>
  </tr>`;
}

function pager({ t }: View, { company, users }: ClientModel): Markup {
  const { page, total, rows } = users;
  const first = (page - 1) * USERS_PER_PAGE + 1;
  const link = (to: number, text: string): Markup | '' =>
    to < 1 || (to - 1) * USERS_PER_PAGE >= total
      ? ''
      : html`<a href="${clientPath(company.id)}&page=${to}" aria-label="${t.users.page} ${to}">${text}</a>`;
  return html`<div class="Pager">
    ${link(page - 1, '‹')}
    <span class="VisibleRows">${first} - ${first + rows.length - 1} ${t.users.of} ${total}</span>
    ${link(page + 1, '›')}
  </div>`;
}

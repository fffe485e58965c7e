import type { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';
import { csrfField, document, preferenceLinks } from './layout.js';
import { paths, shellPath } from './paths.js';
import { unknownPage } from './refusal-pages.js';
import type { PageEnv, View } from './view.js';
import type { Markup } from './widgets.js';

/** `view-data` is base64 of JSON with the address of the inner page. */
const ViewDataSchema = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64').toString('utf8')),
  v.parseJson(),
  v.object({ url: v.string() }),
);

/** The outer page: header, navigation, and the inner page in a frame. */
export function shellRoutes(app: Hono<PageEnv>): void {
  app.get(paths.shell, (c) => {
    const view = c.get('view');
    const data = v.safeParse(ViewDataSchema, c.req.query('view-data'));
    const inner = data.success ? innerPath(data.output.url, new URL(c.req.url).origin) : undefined;
    return inner === undefined ? c.html(unknownPage(view), 404) : c.html(shellPage(view, inner));
  });
}

/** Path and query of an inner page of this origin; the shell frames nothing else, itself least of all. */
function innerPath(url: string, origin: string): string | undefined {
  if (!URL.canParse(url, origin)) return undefined;
  const { origin: innerOrigin, pathname, search } = new URL(url, origin);
  return innerOrigin === origin && pathname.startsWith('/Mvc/') ? pathname + search : undefined;
}

/** The parts carry `data-slot` names as public descriptions of the vendor's shell have them. */
function shellPage(view: View, inner: string): Markup {
  const { t, account } = view;
  const body = html`<div class="h-screen flex flex-col">
    <div data-slot="header">
      <div data-slot="header:logo">${t.product}</div>
      <div data-slot="header:navigation-section">
        <div data-slot="header:navigation-menu-button" aria-expanded="true">${t.shell.navigation}</div>
      </div>
      <div data-slot="header:search-bar-container">
        <form method="get" action="${paths.clients}" target="content">
          <input type="search" name="search" placeholder="${t.shell.search}" aria-label="${t.shell.search}" />
        </form>
      </div>
      <div data-slot="header:utility-buttons">
        <span data-slot="header:utility-menu-button">${preferenceLinks(view)}</span>
        <form method="post" action="${paths.signOut}" data-slot="header:utility-menu-button">
          ${csrfField(view)} <span>${account?.displayName ?? ''}</span>
          <button type="submit">${t.shell.signOut}</button>
        </form>
      </div>
      <div data-slot="header:app-launcher-slot"></div>
    </div>
    <div class="flex Columns">
      <nav data-slot="side-panel" aria-label="${t.shell.navigation}">
        <a href="${shellPath(paths.clients)}">${t.clients.title}</a>
        <a href="${shellPath(paths.globalSettings)}">${t.global.title}</a>
        <a href="${shellPath(paths.securityLevels)}">${t.levels.title}</a>
      </nav>
      <main>
        <div data-slot="iframe">
          <iframe
            class="w-full h-full border-none"
            name="content"
            title="${t.shell.content}"
            src="${inner}"
          ></iframe>
        </div>
      </main>
    </div>
    <div class="fixed z-dialog"></div>
  </div>`;
  return document(view, { title: t.product, bodyClass: 'Shell', script: 'shell.js' }, body);
}

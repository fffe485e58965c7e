import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Store } from '../store/store.js';
import { innerPage } from './layout.js';
import { paths } from './paths.js';
import { deniedPage } from './refusal-pages.js';
import type { PageEnv } from './view.js';

/** Pages whose words are like the company page's. They are for looking at; nothing may take them for it. */
export function neighbourRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.denied, (c) => c.html(deniedPage(c.get('view'), c.get('view').t.denied.permission), 403));
  app.get(paths.securityLevels, async (c) => {
    const view = c.get('view');
    const { t } = view;
    const levels = await store.provider.securityLevels();
    const content = html`<div class="Grid">
      <table>
        <thead>
          <tr class="Heading">
            <th scope="col">${t.levels.kind}</th>
            <th scope="col">${t.levels.name}</th>
            <th scope="col">${t.levels.isSystem}</th>
          </tr>
        </thead>
        <tbody>
          ${levels.map(
            ({ id, kind, name, isSystem }) =>
              html`<tr class="Display" data-row-key="${id}">
                <td>${t.levels.kinds[kind]}</td>
                <td>${name}</td>
                <td>${isSystem ? '✓' : ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
    return c.html(innerPage(view, { title: t.levels.title, bodyClass: 'EntityList', content }));
  });
}

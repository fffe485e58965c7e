import { html } from 'hono/html';
import type { Configuration } from 'oidc-provider';

/**
 * What a browser shows where the request itself is wrong (for example another redirect URI), so that nobody may be sent
 * back with the error. In English: only who builds a client sees it.
 */
export const renderError: NonNullable<Configuration['renderError']> = async (ctx, out) => {
  ctx.type = 'html';
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Sign-in refused</title>
      </head>
      <body>
        <h1>Sign-in refused</h1>
        <p>${out.error}: ${out.error_description ?? ''}</p>
      </body>
    </html>`;
  ctx.body = page.toString();
};

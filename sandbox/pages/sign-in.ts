import { Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import * as v from 'valibot';
import { localOnly } from '../local-only.js';
import type { Store } from '../store/store.js';
import { readForm } from './form.js';
import { csrfField, document, preferenceLinks } from './layout.js';
import { localPath, paths, shellPath } from './paths.js';
import { deniedPage } from './refusal-pages.js';
import { LanguageSchema } from './texts/texts.js';
import { remember, SESSION_COOKIE, startSession, ThemeSchema, type PageEnv, type View } from './view.js';
import { messageBar, type Markup } from './widgets.js';

/** Where a sign-in leads if nothing else was asked for. */
export const START = shellPath(paths.clients);

/** Sign-in, sign-out, and the choice of language and colours. */
export function signInRoutes(app: Hono<PageEnv>, store: Store): void {
  app.get(paths.signIn, (c) => c.html(signInPage(c.get('view'), c.req.query('ReturnUrl') ?? '', false)));
  app.post(paths.signIn, async (c) => {
    const view = c.get('view');
    const form = await readForm(c);
    if (form === null) return c.html(deniedPage(view, view.t.denied.token), 403);
    const token = await store.accounts.signIn(form.name ?? '', form.password ?? '');
    if (token === null) return c.html(signInPage(view, form.returnUrl ?? '', true), 401);
    startSession(c, token);
    return c.redirect(localPath(form.returnUrl ?? '') ?? START, 303);
  });
  app.post(paths.signOut, async (c) => {
    const view = c.get('view');
    if ((await readForm(c)) === null) return c.html(deniedPage(view, view.t.denied.token), 403);
    await store.accounts.signOut(getCookie(c, SESSION_COOKIE) ?? '');
    deleteCookie(c, SESSION_COOKIE, { path: '/' });
    return c.redirect(paths.signIn, 303);
  });
  app.get(paths.preferences, (c) => {
    remember(c, v.parse(PreferencesSchema, c.req.query()));
    return c.redirect(localPath(c.req.query('next') ?? '') ?? START);
  });
}

const PreferencesSchema = v.pipe(
  v.object({
    language: v.fallback(v.optional(LanguageSchema), undefined),
    theme: v.fallback(v.optional(ThemeSchema), undefined),
  }),
  v.transform(({ language, theme }) => ({
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
  })),
);

const QuickSignInSchema = v.object({
  user: v.picklist(['admin', 'viewer']),
  lang: v.fallback(v.optional(LanguageSchema), undefined),
  next: v.optional(v.string(), ''),
});

/**
 * `/_sandbox/sign-in?user=admin&next=/…&lang=de`: signs a demo account in without typing, so that a start command can open
 * any page. Only from this machine, and `next` must be a path of this origin.
 */
export function quickSignIn(store: Store): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.get('/sign-in', localOnly, async (c) => {
    const query = v.safeParse(QuickSignInSchema, c.req.query());
    if (!query.success) return c.json({ error: 'user must be admin or viewer' }, 400);
    const { user, lang, next } = query.output;
    // The demo accounts' passwords equal their names.
    const token = await store.accounts.signIn(user, user);
    if (token === null) return c.json({ error: `the demo account ${user} has another password` }, 409);
    startSession(c, token);
    if (lang !== undefined) remember(c, { language: lang });
    return c.redirect(localPath(next) ?? START);
  });
  return app;
}

function signInPage(view: View, returnUrl: string, isWrong: boolean): Markup {
  const { t } = view;
  const body = html`<main class="SignIn">
    <form method="post" action="${paths.signIn}">
      ${csrfField(view)}
      <input type="hidden" name="returnUrl" value="${returnUrl}" />
      <h1>${t.product}</h1>
      ${isWrong ? messageBar('Warning', t.signIn.wrong) : ''}
      <label>${t.signIn.name} <input name="name" autocomplete="username" required autofocus /></label>
      <label>
        ${t.signIn.password}
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button type="submit">${t.signIn.submit}</button>
      <p class="Hint">${t.signIn.hint}</p>
      <p>${preferenceLinks(view)}</p>
    </form>
  </main>`;
  return document(view, { title: `${t.signIn.title} - ${t.product}`, bodyClass: 'SignInBody' }, body);
}

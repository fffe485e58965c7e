import { createHash, randomBytes } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { Account } from '../store/accounts.js';
import type { Store } from '../store/store.js';
import { paths } from './paths.js';
import { LanguageSchema, texts, type Language } from './texts/texts.js';
import type { Texts } from './texts/en.js';

export const ThemeSchema = v.picklist(['light', 'dark']);
export type Theme = v.InferOutput<typeof ThemeSchema>;

/** What every page needs to be rendered: for whom, in which words and colours. */
export interface View {
  readonly account: Account | null;
  readonly language: Language;
  readonly t: Texts;
  readonly theme: Theme;
  /** Goes with every form; only a page of this origin in this browser can know it. */
  readonly csrf: string;
  /** Path and query of this page. */
  readonly path: string;
}

export interface PageEnv {
  Variables: { view: View };
}
export type PageContext = Context<PageEnv>;

export const SESSION_COOKIE = 'psa_session';
/** Before sign-in the form's token hangs on this one. */
const VISIT_COOKIE = 'psa_visit';
const cookieOptions = { httpOnly: true, sameSite: 'Lax', path: '/' } as const;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Finds out who asks, and how they like the pages. */
export function withView(store: Store): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const session = getCookie(c, SESSION_COOKIE);
    const account = session === undefined ? null : await store.accounts.bySession(session);
    const secret = account !== null && session !== undefined ? session : visit(c);
    const language = preferredLanguage(c);
    const { pathname, search } = new URL(c.req.url);
    c.set('view', {
      account,
      language,
      t: texts[language],
      theme: v.parse(v.fallback(ThemeSchema, 'light'), getCookie(c, 'psa_theme')),
      csrf: csrfToken(secret),
      path: pathname + search,
    });
    await next();
    c.header('Cache-Control', 'no-store');
  };
}

/** The session stays in the browser as long as the database knows it. */
export function startSession(c: PageContext, token: string): void {
  setCookie(c, SESSION_COOKIE, token, { ...cookieOptions, maxAge: YEAR_SECONDS });
}

/** Remembers language or colours in this browser, also beyond the sign-in. */
export function remember(c: PageContext, choice: { language?: Language; theme?: Theme }): void {
  const options = { ...cookieOptions, maxAge: YEAR_SECONDS };
  if (choice.language !== undefined) setCookie(c, 'psa_language', choice.language, options);
  if (choice.theme !== undefined) setCookie(c, 'psa_theme', choice.theme, options);
}

/** Lets only signed-in people through; others sign in first and come back. */
export const signedIn: MiddlewareHandler<PageEnv> = async (c, next) => {
  const { account, path } = c.get('view');
  if (account !== null) return next();
  return c.redirect(`${paths.signIn}?ReturnUrl=${encodeURIComponent(path)}`);
};

function visit(c: PageContext): string {
  const known = getCookie(c, VISIT_COOKIE);
  if (known !== undefined && known !== '') return known;
  const token = randomBytes(32).toString('base64url');
  setCookie(c, VISIT_COOKIE, token, cookieOptions);
  return token;
}

/** Follows from the cookie that no script can read, so nothing has to be stored. */
function csrfToken(secret: string): string {
  return createHash('sha256').update(`csrf:${secret}`).digest('base64url');
}

function preferredLanguage(c: PageContext): Language {
  const accepted = /^de\b/i.test(c.req.header('Accept-Language') ?? '') ? 'de' : 'en';
  return v.parse(v.fallback(LanguageSchema, accepted), getCookie(c, 'psa_language'));
}

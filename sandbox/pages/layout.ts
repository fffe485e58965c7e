import { html } from 'hono/html';
import { paths } from './paths.js';
import type { View } from './view.js';
import { vendorId, type Markup } from './widgets.js';

/** What is different from page to page. */
export interface Page {
  readonly title: string;
  readonly secondaryTitle?: string;
  /** Tells the mode, as the vendor's pages do. */
  readonly bodyClass?: 'EntityEdit' | 'EntityDetail' | 'EntityList';
  /** At the right of the title. */
  readonly titleEnd?: Markup;
  readonly toolBar?: Markup;
  readonly content: Markup;
  /** Where the page's one form is posted to; without it the page has none. */
  readonly formAction?: string;
}

/** The document around everything: theme as inline variables of the body, one style sheet, one script. */
export function document(
  view: View,
  options: { title: string; bodyClass: string; script?: 'widgets.js' | 'shell.js' },
  body: Markup,
): Markup {
  const isDark = view.theme === 'dark';
  const script =
    options.script === undefined
      ? ''
      : html`<script src="${paths.assets}/${options.script}" type="module"></script>`;
  return html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${options.title}</title>
        <link rel="icon" href="${paths.assets}/icon.svg" />
        <link rel="stylesheet" href="${paths.assets}/pages.css" />
        ${script}
      </head>
      <body
        class="${options.bodyClass}"
        style="--is-theme-dark: ${isDark ? '1' : '0'}; color-scheme: ${view.theme}"
      >
        ${body}
      </body>
    </html>`;
}

/** A page of the MVC generation, as it stands in the shell's frame or alone. */
export function innerPage(view: View, page: Page): Markup {
  const body = html`<div class="PageHeadingContainer">
      <div class="TitleBar TitleBarNavigation">
        <div class="TitleBarItem Title">
          <span class="Text">${page.title}</span>
          <span class="SecondaryText">${page.secondaryTitle ?? ''}</span>
        </div>
        <div class="TitleBarItem End">${page.titleEnd ?? ''}</div>
      </div>
      <div class="ToolBar">${page.toolBar ?? ''}</div>
    </div>
    <div class="MainContainer">${page.content}</div>`;
  const inForm =
    page.formAction === undefined
      ? body
      : html`<form method="post" action="${page.formAction}" id="${vendorId()}">
          ${csrfField(view)}${body}
        </form>`;
  const bodyClass = page.bodyClass ?? 'EntityDetail';
  const footer = html`<div class="PageFooter">${preferenceLinks(view)}</div>`;
  const options = { title: page.title, bodyClass, script: 'widgets.js' } as const;
  return document(view, options, html`${inForm}${footer}`);
}

/** The hidden field that every form carries. */
export function csrfField(view: View): Markup {
  return html`<input type="hidden" name="csrf" value="${view.csrf}" />`;
}

/** Switches language and colours. */
export function preferenceLinks({ language, theme, t, path }: View): Markup {
  const next = encodeURIComponent(path);
  const [otherLanguage, otherTheme] = [
    language === 'de' ? 'en' : 'de',
    theme === 'dark' ? 'light' : 'dark',
  ] as const;
  return html`<a href="${paths.preferences}?language=${otherLanguage}&next=${next}" lang="${otherLanguage}"
      >${t.language[otherLanguage]}</a
    >
    <a href="${paths.preferences}?theme=${otherTheme}&next=${next}">${t.theme[otherTheme]}</a>`;
}

import { html } from 'hono/html';
import { innerPage } from './layout.js';
import type { View } from './view.js';
import { messageBar, type Markup } from './widgets.js';

/** Access denied, in the vendor's way: recognisable by the title. */
export function deniedPage(view: View, reason: string): Markup {
  return innerPage(view, { title: view.t.denied.title, content: html`${messageBar('Warning', reason)}` });
}

export function unknownPage(view: View): Markup {
  return innerPage(view, {
    title: view.t.unknown.title,
    content: html`${messageBar('Warning', view.t.unknown.text)}`,
  });
}

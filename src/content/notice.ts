import { msg } from '@lit/localize';
import { html, render } from 'lit';
import { createHost, type Host } from './host.js';

/**
 * A sentence of ours in the page, with a button that takes it away. Made without an element of our own: it also has
 * to be shown where those cannot be defined.
 */
export function createNotice(page: Document, text: string): Host {
  const host = createHost(page);
  const close = (): void => {
    host.element.remove();
  };
  render(
    html`<div role="status" style="padding: 8px 12px; border: 1px solid; border-radius: 6px; font-size: 13px">
      ${text} <button type="button" @click=${close}>${msg('Close')}</button>
    </div>`,
    host.root,
  );
  return host;
}

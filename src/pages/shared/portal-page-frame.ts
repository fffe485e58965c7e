import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define, PortalElement } from '../../components/shared/index.js';
import { frameStyles } from './portal-page-frame.styles.js';

/** The extension's own pages, in the order of the navigation. */
export const pageNames = ['connections', 'vault', 'jobs', 'journal', 'stored'] as const;
export type PageName = (typeof pageNames)[number];

/** Where each page is, from the folder of any other one. */
const addresses: Record<PageName, string> = {
  connections: '../options/options.html#connections',
  vault: '../options/options.html#vault',
  jobs: '../jobs/jobs.html',
  journal: '../journal/journal.html',
  stored: '../options/options.html#stored',
};

/** The address of a page, as a link from any other one. */
export function pageAddress(page: PageName): string {
  return addresses[page];
}

/** What a page is called, in the navigation and as its heading. */
export function pageTitle(page: PageName): string {
  const titles: Record<PageName, () => string> = {
    connections: () => msg('Connections'),
    vault: () => msg('Vault'),
    jobs: () => msg('Jobs'),
    journal: () => msg('Journal'),
    stored: () => msg('What is stored'),
  };
  return titles[page]();
}

/**
 * What all pages of the extension have in common: the name, the navigation, the heading, the main part. It reads nothing
 * and knows no browser API, so each page puts its own things into it.
 *
 * @slot - the page's content; the heading `<h1>` is there already
 * @slot lead - a sentence or two under the heading
 */
@localized()
export class PortalPageFrame extends PortalElement {
  static override styles = [frameStyles];

  /** The page that is shown. */
  @property() current: PageName = 'connections';

  /** Moves the focus to the heading, after the page has changed under the same document. */
  focusHeading(): Promise<void> {
    return this.focusInside('h1');
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header>
        <div class="product">${msg('PSA Portal Admin')}</div>
        <nav aria-label=${msg('Pages of the extension')}>
          ${pageNames.map((page) => this.#renderLink(page))}
        </nav>
      </header>
      <main>
        <div class="heading">
          <h1 tabindex="-1">${pageTitle(this.current)}</h1>
          <slot name="lead"></slot>
        </div>
        <slot></slot>
      </main>
    </div>`;
  }

  #renderLink(page: PageName): TemplateResult {
    return html`<a href=${pageAddress(page)} aria-current=${page === this.current ? 'page' : nothing}
      >${pageTitle(page)}</a
    >`;
  }
}

define('portal-page-frame', PortalPageFrame);

declare global {
  interface HTMLElementTagNameMap {
    'portal-page-frame': PortalPageFrame;
  }
}

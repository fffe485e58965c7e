import { provide } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../components/company-page/company-page.js';
import {
  CompanyElement,
  define,
  gridLayoutContext,
  pageMemoryContext,
} from '../../components/shared/index.js';
import type { GridLayoutStore, PageMemory, PortalJobs } from '../../contract/index.js';
import { contactPage } from '../psa/contact-page.js';
import { panelStyles } from './portal-page-panel.styles.js';

/**
 * Our block in the PSA's page: the company page under one heading, which can be collapsed to get at the page's own form.
 */
@localized()
export class PortalPagePanel extends CompanyElement {
  static override styles = [panelStyles];

  /** The worker's jobs. */
  @property({ attribute: false }) jobs?: PortalJobs | undefined;

  /** The worker's memory of columns and order: the page's own storage is not ours to trust. */
  @provide({ context: gridLayoutContext })
  @property({ attribute: false })
  layouts?: GridLayoutStore | undefined;

  /** What the worker remembers of who was here and when. */
  @provide({ context: pageMemoryContext })
  @property({ attribute: false })
  memory?: PageMemory | undefined;

  /** U3: contacts are edited in the PSA, beside the page with whatever is unsaved in it. */
  readonly #openContact = (event: HTMLElementEventMap['portal-edit-contact']): void => {
    event.preventDefault();
    window.open(contactPage(location.origin, event.detail.contact.id), '_blank', 'noopener');
  };

  protected override render(): TemplateResult {
    const { admin, jobs, companyId, reconnecting } = this;
    return html`<details open>
      <summary>${msg('Portal settings and users')} <span>PSA Portal Admin</span></summary>
      <portal-company-page
        .admin=${admin}
        .jobs=${jobs}
        .companyId=${companyId}
        .reconnecting=${reconnecting}
        @portal-edit-contact=${this.#openContact}
      ></portal-company-page>
    </details>`;
  }
}

define('portal-page-panel', PortalPagePanel);

declare global {
  interface HTMLElementTagNameMap {
    'portal-page-panel': PortalPagePanel;
  }
}

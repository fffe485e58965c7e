import { localized, msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { define, CompanyElement } from '../../components/index.js';
import { panelStyles } from './portal-page-panel.styles.js';

/**
 * Our block in the PSA's page: both elements under one heading, which can be collapsed to get at the page's own form.
 */
@localized()
export class PortalPagePanel extends CompanyElement {
  static override styles = [panelStyles];

  protected override render(): TemplateResult {
    const { admin, companyId, reconnecting } = this;
    return html`<details open>
      <summary>${msg('Portal settings and users')} <span>PSA Portal Admin</span></summary>
      <div class="elements">
        <portal-company-settings
          .admin=${admin}
          .companyId=${companyId}
          .reconnecting=${reconnecting}
        ></portal-company-settings>
        <portal-contact-grid
          .admin=${admin}
          .companyId=${companyId}
          .reconnecting=${reconnecting}
        ></portal-contact-grid>
      </div>
    </details>`;
  }
}

define('portal-page-panel', PortalPagePanel);

declare global {
  interface HTMLElementTagNameMap {
    'portal-page-panel': PortalPagePanel;
  }
}

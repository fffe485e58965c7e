import { localized, msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define, PortalElement } from '../../components/shared/index.js';
import '../../components/job-list/job-list.js';
import type { PortalJobs } from '../../contract/index.js';
import '../shared/portal-page-frame.js';

/** The page with the jobs of all companies. */
@localized()
export class PortalJobsPage extends PortalElement {
  /** The worker's jobs. */
  @property({ attribute: false }) jobs?: PortalJobs | undefined;
  /** True while the worker is being reached again. */
  @property({ type: Boolean }) reconnecting = false;

  protected override render(): TemplateResult {
    return html`<portal-page-frame current="jobs">
      <p slot="lead">
        ${msg(
          'What you start for many contacts runs here, in the background. It goes on when you close the tab, and after the browser was closed once it is open again. Jobs that have ended stay in the list for up to 90 days.',
        )}
      </p>
      <portal-job-list .jobs=${this.jobs} .reconnecting=${this.reconnecting}></portal-job-list>
    </portal-page-frame>`;
  }
}

define('portal-jobs-page', PortalJobsPage);

declare global {
  interface HTMLElementTagNameMap {
    'portal-jobs-page': PortalJobsPage;
  }
}

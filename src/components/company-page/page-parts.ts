import { html, type TemplateResult } from 'lit';
import type { PortalAdmin, PortalJobs } from '../../contract/index.js';
import { pageParts } from '../shared/parts.js';
import type { PlanAgain } from '../job-list/plan-again.js';
import type { PartId } from './page-places.js';

/** What the page's parts get. */
export interface PartContext {
  readonly admin?: PortalAdmin | undefined;
  readonly jobs?: PortalJobs | undefined;
  readonly companyId?: number | undefined;
  readonly reconnecting: boolean;
  /** What failed in a job and is to be planned again. */
  readonly again?: PlanAgain | undefined;
}

/** The code of the parts that are loaded when they are wanted; the others come with the page. */
export const partCode: Readonly<Partial<Record<PartId, () => Promise<unknown>>>> = {
  logos: () => import('../logo-manager/logo-manager.js'),
  users: () => import('../contact-grid/contact-grid.js'),
  'sso-log': () => import('../sso-log/sso-log.js'),
};

/** The element that a part is. */
export function partElement(part: PartId, context: PartContext): TemplateResult {
  const { admin, jobs, companyId, reconnecting, again } = context;
  switch (part) {
    case 'taskfire':
      return html`<portal-taskfire
        .admin=${admin}
        exportparts=${pageParts}
        .companyId=${companyId}
        .reconnecting=${reconnecting}
      ></portal-taskfire>`;
    case 'logos':
      return html`<portal-logo-manager
        .admin=${admin}
        exportparts=${pageParts}
        .companyId=${companyId}
        .reconnecting=${reconnecting}
      ></portal-logo-manager>`;
    case 'users':
      return html`<portal-contact-grid
        .admin=${admin}
        .jobs=${jobs}
        exportparts=${pageParts}
        .companyId=${companyId}
        .reconnecting=${reconnecting}
        .again=${again}
      ></portal-contact-grid>`;
    case 'sso-log':
      return html`<portal-sso-log
        .admin=${admin}
        exportparts=${pageParts}
        .companyId=${companyId}
        .reconnecting=${reconnecting}
      ></portal-sso-log>`;
    case 'jobs':
      return html`<portal-job-list
        plans-again
        .jobs=${jobs}
        exportparts=${pageParts}
        .companyId=${companyId}
        .reconnecting=${reconnecting}
      ></portal-job-list>`;
  }
}

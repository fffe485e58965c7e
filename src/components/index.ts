/** All public elements, and what an app needs beside them. Importing it registers them. */
export * from './bulk-change/bulk-change.js';
export type { BulkTask } from './bulk-change/shown-plan.js';
export * from './company-page/company-page.js';
export * from './company-settings/company-settings.js';
export * from './contact-grid/contact-grid.js';
export type * from './contact-grid/grid-events.js';
export * from './data-grid/data-grid.js';
export type * from './data-grid/grid-column.js';
export { GridRows, type GridRowsChange, type GridRowsOptions } from './data-grid/grid-rows.js';
export type { RowHandlers } from './data-grid/grid-input.js';
export * from './global-settings/global-settings.js';
export * from './job-list/job-list.js';
export type { PlanAgain } from './job-list/plan-again.js';
export * from './logo-manager/logo-manager.js';
export type { DirtyChangedDetail } from './settings-form/index.js';
export * from './provider/provider.js';
export {
  describeError,
  gridLayoutContext,
  jobsContext,
  pageMemoryContext,
  PortalBeforeWriteEvent,
  portalAdminContext,
  PortalEvent,
  type ErrorDescription,
  type NavigateDetail,
  type PortalEventDetail,
  type PortalEventType,
  type PortalWrite,
  type WriteMethod,
} from './shared/index.js';
export * from './sso-log/sso-log.js';
export * from './taskfire/taskfire.js';

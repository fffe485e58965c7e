export * from './bulk-change/bulk-change.js';
export * from './company-settings/company-settings.js';
export * from './contact-grid/contact-grid.js';
export { gridLayoutContext } from './data-grid/local-layouts.js';
export * from './job-list/job-list.js';
export * from './shared/index.js';

export * from './company-settings/company-settings.js';
export * from './shared/index.js';

export * from './capabilities.js';
export * from './errors.js';
export * from './jobs.js';
export * from './journal.js';
export * from './methods.js';
export * from './portal-admin.js';
export * from './rights.js';
export * from './shapes.js';

export * from './announcer.js';
export * from './company-element.js';
export * from './define.js';
export * from './describe-error.js';
export * from './load-task.js';
export * from './notices.js';
export * from './portal-element.js';
export * from './portal-event.js';

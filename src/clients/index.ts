export * from './autotask/index.js';
export { createCachedClient } from './cached/index.js';
export { createCombinedClient, type Backends } from './combine.js';
export * from './memory/index.js';
export * from './portal-service/index.js';

export { createCachedClient } from './cached-client.js';

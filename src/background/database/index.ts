export * from './open-database.js';
export * from './schema.js';

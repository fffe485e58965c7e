export type { Bytes } from './byte-reader.js';
export { crc32 } from './checksums.js';
export * from './inspect-logo.js';

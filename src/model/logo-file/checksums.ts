import type { Bytes } from './byte-reader.js';

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG has it over each chunk (ISO 3309). */
export function crc32(bytes: Bytes): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Adler-32 as zlib has it at the end of its data (RFC 1950), taken in part by part. */
export class Adler32 {
  #low = 1;
  #high = 0;

  get value(): number {
    return this.#high * 0x10000 + this.#low;
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      // So many sums stay below 2 ** 32.
      const end = Math.min(bytes.length, at + 3800);
      for (; at < end; at += 1) {
        this.#low += bytes[at] ?? 0;
        this.#high += this.#low;
      }
      this.#low %= 65_521;
      this.#high %= 65_521;
    }
  }
}

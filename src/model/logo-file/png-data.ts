import { Inflate } from 'fflate';
import type { Bytes } from './byte-reader.js';
import { Adler32 } from './checksums.js';
import { LogoRefusal, must } from './refusal.js';

/** Bytes that are unpacked at a time: at most a thousandfold comes out before it is counted. */
const SLICE = 4096;

/** The rows of one pass over the picture: each a filter byte and its pixels. */
export interface PixelRows {
  readonly rows: number;
  readonly rowBytes: number;
}

/**
 * Unpacks the picture data of a PNG and refuses it as damaged unless it is exactly the rows that the header promises: so a
 * bomb ends with the first byte too many. Nothing is kept.
 */
export function checkPngData(data: Bytes, passes: readonly PixelRows[]): void {
  const [method = 0, flags = 0] = data;
  must(data.length > 6 && method % 16 === 8 && method >> 4 <= 7);
  must((method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0);
  const packed = data.subarray(2, -4);
  const rows = new RowCounter(passes);
  must(unpacks(packed, (part) => rows.take(part)));
  const [a = 0, b = 0, c = 0, d = 0] = data.subarray(-4);
  must(rows.isComplete && rows.checksum === ((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
  // Nothing may hide behind the end of the packed data: without its last byte it must not be whole.
  must(!unpacks(packed.subarray(0, -1), () => undefined));
}

/** False where the data is broken or does not end. */
function unpacks(packed: Bytes, take: (part: Uint8Array) => void): boolean {
  const inflate = new Inflate((part) => {
    take(part);
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE)
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    return true;
  } catch (thrown) {
    if (thrown instanceof LogoRefusal) throw thrown;
    return false;
  }
}

/** Follows unpacked bytes through the rows of all passes. */
class RowCounter {
  readonly #rows: number[];
  readonly #adler = new Adler32();
  #pass = 0;
  #leftInRow = 0;

  constructor(private readonly passes: readonly PixelRows[]) {
    this.#rows = passes.map(({ rows }) => rows);
  }

  get checksum(): number {
    return this.#adler.value;
  }

  get isComplete(): boolean {
    return this.#leftInRow === 0 && this.#rows.every((rows) => rows === 0);
  }

  take(part: Uint8Array): void {
    this.#adler.add(part);
    for (let at = 0; at < part.length;) {
      if (this.#leftInRow === 0) {
        must((part[at] ?? 0) <= 4);
        this.#leftInRow = 1 + this.#beginRow();
      }
      const step = Math.min(this.#leftInRow, part.length - at);
      this.#leftInRow -= step;
      at += step;
    }
  }

  /** The length of the next row; none left is one byte too many. */
  #beginRow(): number {
    while (this.#rows[this.#pass] === 0) this.#pass += 1;
    const left = this.#rows[this.#pass];
    must(left !== undefined);
    this.#rows[this.#pass] = left - 1;
    return this.passes[this.#pass]?.rowBytes ?? 0;
  }
}

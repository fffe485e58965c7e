import type { Bytes } from './byte-reader.js';
import { must } from './refusal.js';

const MOST_CODES = 4096;

/**
 * Follows the LZW codes of a GIF's picture (GIF89a, appendix F) and refuses it as damaged unless they make exactly its pixels.
 * Only the lengths of what the codes stand for are kept, so it costs a step a code, however much a code stands for.
 */
export function checkGifData(data: Bytes, codeSize: number, pixels: number): void {
  must(codeSize >= 2 && codeSize <= 8);
  const clear = 2 ** codeSize;
  const end = clear + 1;
  const lengths = new Uint32Array(MOST_CODES).fill(1, 0, clear);
  const codes = new CodeReader(data);
  let next = end + 1;
  let width = codeSize + 1;
  let previous = -1;
  let made = 0;
  for (;;) {
    const code = codes.next(width);
    if (code === end) break;
    if (code === clear) {
      [next, width, previous] = [end + 1, codeSize + 1, -1];
      continue;
    }
    // A code may be the one that is just being made from the one before and its own first pixel.
    must(code < next || (code === next && previous !== -1 && next < MOST_CODES));
    if (previous !== -1 && next < MOST_CODES) {
      lengths[next] = (lengths[previous] ?? 0) + 1;
      next += 1;
      if (next === 2 ** width && width < 12) width += 1;
    }
    made += lengths[code] ?? 0;
    must(made <= pixels);
    previous = code;
  }
  must(made === pixels && codes.isAtEnd);
}

/** Reads codes bit by bit, the lowest first. */
class CodeReader {
  #at = 0;
  #bits = 0;
  #held = 0;

  constructor(private readonly data: Bytes) {}

  /** True where no whole byte is left. */
  get isAtEnd(): boolean {
    return this.#at === this.data.length;
  }

  next(width: number): number {
    while (this.#held < width) {
      const byte = this.data[this.#at];
      must(byte !== undefined);
      this.#bits |= byte << this.#held;
      this.#held += 8;
      this.#at += 1;
    }
    const code = this.#bits & (2 ** width - 1);
    this.#bits >>>= width;
    this.#held -= width;
    return code;
  }
}

export type Bytes = Uint8Array<ArrayBuffer>;
/** What can be written down as bytes: texts are one byte a character, numbers one byte each. */
export type Part = Uint8Array | string | number | readonly Part[];

/** All parts, one after the other. */
export function bytesOf(...parts: readonly Part[]): Bytes {
  const pieces = parts.map(pieceOf);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function pieceOf(part: Part): Uint8Array {
  if (part instanceof Uint8Array) return part;
  if (typeof part === 'number') return Uint8Array.of(part);
  if (typeof part === 'string') return Uint8Array.from(part, (character) => character.charCodeAt(0));
  return bytesOf(...part);
}

export const u16 = (value: number): Bytes => Uint8Array.of(value >> 8, value);
export const u32 = (value: number): Bytes => bytesOf(u16(value >>> 16), u16(value & 0xffff));
export const u16le = (value: number): Bytes => Uint8Array.of(value, value >> 8);
export const u24le = (value: number): Bytes => Uint8Array.of(value, value >> 8, value >> 16);
export const u32le = (value: number): Bytes => bytesOf(u16le(value & 0xffff), u16le(value >>> 16));

/** A copy with other bytes from a place on. */
export function patched(bytes: Bytes, at: number, ...parts: readonly Part[]): Bytes {
  const copy = bytes.slice();
  copy.set(bytesOf(...parts), at < 0 ? bytes.length + at : at);
  return copy;
}

/** A copy with one text in the place of another of the same length, where it is found first. */
export function replaced(bytes: Bytes, before: string, after: string): Bytes {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const at = text.indexOf(before);
  if (at === -1 || before.length !== after.length) throw new Error(`no place for ${after}`);
  return patched(bytes, at, after);
}

/** Writes numbers bit by bit, the lowest bit first, as GIF and WebP read them. */
export class LowBits {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, bits: number): this {
    for (let bit = 0; bit < bits; bit += 1) {
      this.#held |= ((value >> bit) & 1) << this.#count;
      this.#count += 1;
      if (this.#count === 8) this.#flush();
    }
    return this;
  }

  done(): Bytes {
    if (this.#count > 0) this.#flush();
    return Uint8Array.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#held);
    [this.#held, this.#count] = [0, 0];
  }
}

/** The same numbers every time (mulberry32). */
export function randomBytes(length: number, seed: number): Bytes {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  });
}

import type { LogoProblem } from '../logo.js';
import { must } from './refusal.js';

/** A file's bytes, in memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a file, or a part of one, from front to back. Reading beyond its end refuses it. */
export class ByteReader {
  at = 0;

  /** @param beyond what it means where more is read than there is. */
  constructor(
    readonly bytes: Bytes,
    private readonly beyond: LogoProblem = 'truncated',
  ) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Bytes {
    must(length <= this.left, this.beyond);
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  u8(): number {
    return this.take(1)[0] ?? 0;
  }

  /** Big-endian, as PNG and JPEG count. */
  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16();
  }

  /** Little-endian, as GIF and WebP count. */
  u16le(): number {
    return this.u8() + this.u8() * 0x100;
  }

  u24le(): number {
    return this.u16le() + this.u8() * 0x10000;
  }

  u32le(): number {
    return this.u16le() + this.u16le() * 0x10000;
  }

  text(length: number): string {
    return latin1(this.take(length));
  }
}

/** One character a byte. */
export function latin1(bytes: Bytes): string {
  const parts: string[] = [];
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x2000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)));
  return parts.join('');
}

export function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

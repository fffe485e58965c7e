import { Unreadable } from './csv-problem.js';
import type { CsvEncoding } from './text-encoding.js';

/** Bytes at a time: a few milliseconds of work, then the page gets its turn. */
const CHUNK = 256 * 1024;

/** The bytes are none of the encoding. */
export class WrongEncoding extends Error {
  constructor(
    /** All were, until the file ended in the midst of a character. */
    readonly isCut: boolean,
    /** Some others than ASCII were read before, which speaks for the encoding. */
    readonly hasOthersThanAscii: boolean,
  ) {
    super('The bytes are not in this encoding.');
  }
}

export interface ReadingOptions {
  readonly signal?: AbortSignal | undefined;
  /** How much has been read, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * The text of a file, part by part, without its byte order mark and with each line break as "\n".
 *
 * @throws WrongEncoding, Unreadable, or the reason of the signal.
 */
export async function* fileText(
  file: Blob,
  encoding: CsvEncoding,
  { signal, onProgress }: ReadingOptions = {},
): AsyncGenerator<string, void> {
  const decoder = new Decoder(encoding);
  // A line break of two characters may stand on both sides of a cut.
  let held = '';
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = await bytesOf(file.slice(at, at + CHUNK));
    signal?.throwIfAborted();
    const text = held + decoder.decode(bytes);
    held = text.endsWith('\r') ? '\r' : '';
    yield oneLineBreak(held === '' ? text : text.slice(0, -1));
    onProgress?.(Math.min(1, (at + CHUNK) / file.size));
  }
  yield oneLineBreak(held + decoder.end());
}

/** The bytes of a file, or of a part of it. */
export async function bytesOf(part: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    throw new Unreadable({ code: 'unreadable' });
  }
}

function oneLineBreak(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

class Decoder {
  readonly #decoder: TextDecoder;
  #hasOthersThanAscii = false;

  constructor(encoding: CsvEncoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  decode(bytes: Uint8Array): string {
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#hasOthersThanAscii ||= /[^ -~\s]/.test(text);
      return text;
    } catch {
      throw new WrongEncoding(false, this.#hasOthersThanAscii);
    }
  }

  end(): string {
    try {
      return this.#decoder.decode();
    } catch {
      throw new WrongEncoding(true, this.#hasOthersThanAscii);
    }
  }
}

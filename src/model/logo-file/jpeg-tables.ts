import { ByteReader, type Bytes } from './byte-reader.js';
import { must } from './refusal.js';

const HUFFMAN = 0xc4;
const QUANTIZATION = 0xdb;
const RESTART = 0xdd;
const SCAN = 0xda;
/** Baseline, extended and progressive with Huffman codes: what browsers show. */
const frames = [0xc0, 0xc1, 0xc2];
/** Lossless, hierarchical and arithmetic coding, and what goes with them. */
const otherFrames = [
  0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xdc, 0xde, 0xdf,
];

interface Component {
  readonly id: number;
  /** How many blocks of it make one unit of the picture. */
  readonly blocks: number;
  readonly quantization: number;
}

/** The tables and headers of a JPEG: each is well-formed, and what refers to another finds it. */
export class JpegTables {
  width = 0;
  height = 0;
  #components: readonly Component[] = [];
  #isProgressive = false;
  readonly #huffman = new Set<string>();
  readonly #quantization = new Set<number>();
  readonly #scanned = new Set<number>();

  /** True once every component was in a scan. */
  get isComplete(): boolean {
    return this.#components.length > 0 && this.#components.every(({ id }) => this.#scanned.has(id));
  }

  /** Checks a segment. True where it was the frame's, which tells the size. */
  take(marker: number, data: Bytes): boolean {
    must(!otherFrames.includes(marker), 'variant-not-allowed');
    const reader = new ByteReader(data, 'damaged');
    const isFrame = frames.includes(marker);
    if (isFrame) this.#takeFrame(reader, marker === 0xc2);
    else if (marker === HUFFMAN) while (reader.left > 0) this.#takeHuffman(reader);
    else if (marker === QUANTIZATION) while (reader.left > 0) this.#takeQuantization(reader);
    else if (marker === SCAN) this.#takeScan(reader);
    else if (marker === RESTART) reader.take(2);
    // Nothing else has a place here: what is left are the data of programs.
    else {
      must(marker >= 0xe0 && marker <= 0xef);
      return false;
    }
    must(reader.left === 0);
    return isFrame;
  }

  #takeFrame(reader: ByteReader, isProgressive: boolean): void {
    must(this.#components.length === 0);
    must(reader.u8() === 8, 'variant-not-allowed');
    [this.height, this.width] = [reader.u16(), reader.u16()];
    const count = reader.u8();
    must([1, 3, 4].includes(count));
    this.#components = Array.from({ length: count }, () => {
      const [id, sampling, quantization] = [reader.u8(), reader.u8(), reader.u8()];
      const [across, down] = [sampling >> 4, sampling & 15];
      must(across >= 1 && across <= 4 && down >= 1 && down <= 4 && quantization <= 3);
      return { id, quantization, blocks: across * down };
    });
    must(new Set(this.#components.map(({ id }) => id)).size === count);
    this.#isProgressive = isProgressive;
  }

  #takeHuffman(reader: ByteReader): void {
    const kind = reader.u8();
    must(kind >> 4 <= 1 && (kind & 15) <= 3);
    const counts = reader.take(16);
    let [room, symbols] = [1, 0];
    for (const count of counts) {
      room = room * 2 - count;
      // More codes than there is room for; the one of only ones stays free (T.81, annex C).
      must(room > 0);
      symbols += count;
    }
    must(symbols > 0 && symbols <= 256);
    const values = reader.take(symbols);
    must(kind >> 4 === 1 || values.every((value) => value <= 15));
    this.#huffman.add(tableName(kind >> 4, kind & 15));
  }

  #takeQuantization(reader: ByteReader): void {
    const kind = reader.u8();
    must(kind >> 4 <= 1 && (kind & 15) <= 3);
    const isWide = kind >> 4 === 1;
    for (let index = 0; index < 64; index += 1) must((isWide ? reader.u16() : reader.u8()) > 0);
    this.#quantization.add(kind & 15);
  }

  #takeScan(reader: ByteReader): void {
    const count = reader.u8();
    must(count >= 1 && count <= this.#components.length);
    const chosen = Array.from({ length: count }, () => ({ id: reader.u8(), tables: reader.u8() }));
    const [first, last, steps] = [reader.u8(), reader.u8(), reader.u8()];
    const [high, low] = [steps >> 4, steps & 15];
    if (this.#isProgressive) {
      must(first === 0 ? last === 0 : last >= first && last <= 63 && count === 1);
      must(low <= 13 && (high === 0 || high === low + 1));
    }
    for (const { id, tables } of chosen) {
      const component = this.#components.find((one) => one.id === id);
      must(component !== undefined && this.#quantization.has(component.quantization));
      const needsFlat = first === 0 && high === 0;
      const needsDetail = this.#isProgressive ? first > 0 : true;
      must(!needsFlat || this.#huffman.has(tableName(0, tables >> 4)));
      must(!needsDetail || this.#huffman.has(tableName(1, tables & 15)));
      if (!this.#isProgressive || first === 0) this.#scanned.add(id);
    }
    const used = this.#components.filter(({ id }) => chosen.some((one) => one.id === id));
    must(used.length === count);
    must(count === 1 || used.reduce((sum, { blocks }) => sum + blocks, 0) <= 10);
  }
}

const tableName = (kind: number, index: number): string => `${kind}.${index}`;

import type { Collation } from './collation.js';

/** So many weights are kept of a text. */
const LONGEST = 128;

/**
 * The weights of many texts, one after the other in one array: reading a character out of each of 100,000 strings over and
 * over costs more than all the sorting.
 */
export class WeighedTexts {
  readonly #weights: Uint8Array;
  /** Where each text begins; one more for the end. */
  readonly #starts: Uint32Array;
  readonly #isKnown: Uint8Array;

  constructor(texts: readonly string[], collation: Collation) {
    this.#starts = new Uint32Array(texts.length + 1);
    this.#weights = new Uint8Array(mostWeights(texts));
    this.#isKnown = new Uint8Array(texts.length).fill(1);
    let start = 0;
    for (let index = 0; index < texts.length; index += 1) {
      start = this.#weigh(texts[index] ?? '', index, start, collation);
      this.#starts[index + 1] = start;
    }
  }

  /** Whether the weights tell where a text stands among those that have other letters: not where a character has none. */
  isKnown(index: number): boolean {
    return this.#isKnown[index] === 1;
  }

  /** Four weights from `depth` on, the first one highest; 0 in place of those behind the end. */
  word(index: number, depth: number): number {
    const start = (this.#starts[index] ?? 0) + depth;
    const left = (this.#starts[index + 1] ?? 0) - start;
    const weights = this.#weights;
    const first = left > 0 ? (weights[start] ?? 0) : 0;
    const second = left > 1 ? (weights[start + 1] ?? 0) : 0;
    const third = left > 2 ? (weights[start + 2] ?? 0) : 0;
    const fourth = left > 3 ? (weights[start + 3] ?? 0) : 0;
    return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
  }

  /** Returns where the next text begins. */
  #weigh(text: string, index: number, start: number, { weights, pairs }: Collation): number {
    const found = this.#weights;
    const most = start + LONGEST;
    let end = start;
    for (let at = 0; at < text.length && end < most; at += 1) {
      const code = text.charCodeAt(at);
      const weight = weights[code];
      if (weight) {
        found[end++] = weight;
        continue;
      }
      const pair = pairs.get(code);
      if (pair === undefined) this.#isKnown[index] = 0;
      else found[end++] = weights[pair.charCodeAt(0)] ?? 0;
      found[end++] = pair === undefined ? 0 : (weights[pair.charCodeAt(1)] ?? 0);
    }
    return Math.min(end, most);
  }
}

/** Where each letter sorts as two. One more, for a pair at the very end. */
function mostWeights(texts: readonly string[]): number {
  let length = 0;
  for (const text of texts) length += Math.min(2 * text.length, LONGEST);
  return length + 1;
}

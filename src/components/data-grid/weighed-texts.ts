import type { Collation } from './collation.js';

/** A text is weighed up to here. */
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

  constructor(texts: readonly string[], { weights }: Collation) {
    this.#starts = startsOf(texts);
    this.#weights = new Uint8Array(this.#starts[texts.length] ?? 0);
    this.#isKnown = new Uint8Array(texts.length).fill(1);
    for (let index = 0; index < texts.length; index += 1) this.#weigh(texts[index] ?? '', index, weights);
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

  #weigh(text: string, index: number, weights: Uint8Array): void {
    const found = this.#weights;
    const length = Math.min(text.length, LONGEST);
    const start = this.#starts[index] ?? 0;
    for (let at = 0; at < length; at += 1) {
      const weight = weights[text.charCodeAt(at)];
      if (!weight) this.#isKnown[index] = 0;
      found[start + at] = weight ?? 0;
    }
  }
}

function startsOf(texts: readonly string[]): Uint32Array {
  const starts = new Uint32Array(texts.length + 1);
  let start = 0;
  for (let index = 0; index < texts.length; index += 1) {
    start += Math.min(texts[index]?.length ?? 0, LONGEST);
    starts[index + 1] = start;
  }
  return starts;
}

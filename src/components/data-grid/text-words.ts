import type { Collation } from './collation.js';

/** Weights of a word. */
const LENGTH = 4;

/** Positions that stand together, from `start` to before `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads texts four weights at a time, each from where it was last read: two of them mostly differ in their first or second
 * word, and what comes behind that never has to be looked at.
 */
export class TextWords {
  readonly #texts: readonly string[];
  readonly #collation: Collation;
  /** Where each text is read on, in halves of a character: a ligature is two letters. */
  readonly #next: Uint32Array;

  /** @param texts by place; '' where it is never asked for. */
  constructor(texts: readonly string[], collation: Collation) {
    this.#texts = texts;
    this.#collation = collation;
    this.#next = new Uint32Array(texts.length);
  }

  /**
   * Writes the next four weights of each place of a run into `words` by place, as an unsigned number with the first one highest and 0 in
   * place of those behind the end; turned round by `flip`. Returns the places of which only the full rules know: one of the
   * characters has no weight, or the one behind them, which could make another letter of the last.
   *
   * One plain loop, because it goes through 100,000 texts before anything is seen.
   */
  read(places: Int32Array, { start, end: last }: Run, words: Uint32Array, flip: number): number[] {
    const { weights, pairs } = this.#collation;
    const texts = this.#texts;
    const ends = this.#next;
    const unknown: number[] = [];
    for (let position = start; position < last; position += 1) {
      const place = places[position] ?? 0;
      const text = texts[place] ?? '';
      const end = text.length * 2;
      let next = ends[place] ?? 0;
      let word = 0;
      let left = LENGTH;
      let isKnown = true;
      // One character more than counts.
      while (isKnown && left >= 0 && next < end) {
        const code = text.charCodeAt(next >>> 1);
        const weight = weights[code];
        const pair = weight ? undefined : pairs.get(code);
        isKnown = Boolean(weight) || pair !== undefined;
        if (left > 0) {
          word =
            (word << 8) | (pair === undefined ? (weight ?? 0) : (weights[pair.charCodeAt(next & 1)] ?? 0));
          next += pair === undefined ? 2 : 1;
        }
        left -= 1;
      }
      if (!isKnown) unknown.push(place);
      ends[place] = next;
      words[place] = (word << (8 * Math.max(0, left))) ^ flip;
    }
    return unknown;
  }
}

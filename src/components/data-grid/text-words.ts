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

  /**
   * Compares what of two texts has not been read yet: below 0 where the first one comes first, 0 where both have the same
   * letters. Undefined where only the full rules know.
   */
  compare(one: number, other: number): number | undefined {
    const [text, against] = [this.#texts[one] ?? '', this.#texts[other] ?? ''];
    let at = this.#next[one] ?? 0;
    let atOther = this.#next[other] ?? 0;
    for (;;) {
      const weight = this.#weightAt(text, at);
      const weightOther = this.#weightAt(against, atOther);
      if (weight === undefined || weightOther === undefined) return undefined;
      if (weight === 0 && weightOther === 0) return 0;
      at = this.#after(text, at);
      atOther = this.#after(against, atOther);
      if (weight === weightOther) continue;
      // What comes behind could make another letter of them.
      const isCertain =
        this.#weightAt(text, at) !== undefined && this.#weightAt(against, atOther) !== undefined;
      return isCertain ? weight - weightOther : undefined;
    }
  }

  /** 0 behind the end. */
  #weightAt(text: string, at: number): number | undefined {
    if (at >>> 1 >= text.length) return 0;
    const { weights, pairs } = this.#collation;
    const code = text.charCodeAt(at >>> 1);
    const weight = weights[code] ?? 0;
    return weight > 0 ? weight : weights[pairs.get(code)?.charCodeAt(at & 1) ?? -1];
  }

  #after(text: string, at: number): number {
    return at + (this.#collation.weights[text.charCodeAt(at >>> 1)] ? 2 : 1);
  }
}

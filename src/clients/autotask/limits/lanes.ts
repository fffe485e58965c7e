/** The vendor runs three calls per integration and object endpoint at a time and rejects the fourth (vendor help, thread limits). */
const LANES = 3;
/** How long fewer are used after a rejection: somebody else of the same integration is at work. */
const NARROW_MS = 30_000;

/** The calls that an object endpoint takes at once. */
export class Lanes {
  #running = 0;
  #width = LANES;
  #narrowUntil = 0;
  /** ms since 1970. */
  closedUntil = 0;

  hasFree(now: number): boolean {
    if (now >= this.#narrowUntil) this.#width = LANES;
    return this.#running < this.#width;
  }

  enter(): void {
    this.#running += 1;
  }

  leave(): void {
    this.#running -= 1;
  }

  /** A call was one too many: nobody enters until then, and for a while fewer at once. */
  rejected(now: number, closedUntil: number): void {
    // The others of the same moment were rejected for the same reason: that counts once.
    if (now >= this.closedUntil) this.#width = Math.max(1, this.#width - 1);
    this.#narrowUntil = now + NARROW_MS;
    this.closedUntil = Math.max(this.closedUntil, closedUntil);
  }
}

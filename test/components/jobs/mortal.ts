/** The life of a worker, counted in what it begins and hears: after so many of these it is dead. */
export class Life {
  #left: number;

  constructor(moments = Infinity) {
    this.#left = moments;
  }

  get isOver(): boolean {
    return this.#left <= 0;
  }

  /** What a dead worker waits for never comes. */
  async moment(): Promise<void> {
    this.#left -= 1;
    if (this.isOver) await new Promise<never>(() => undefined);
  }
}

/**
 * The same object for a worker that may die at each await: what it begins when dead never reaches the object, and what it
 * had begun is carried out, but nobody hears of it.
 */
export function mortal<T extends object>(target: T, life: Life): T {
  return new Proxy(target, {
    get(object, key) {
      const member: unknown = Reflect.get(object, key);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]): Promise<unknown> => {
        await life.moment();
        try {
          return await Reflect.apply(member, object, args);
        } finally {
          await life.moment();
        }
      };
    },
  });
}

import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Announcer } from '../shared/index.js';

/** ms without a further change before a count is said: who types or holds a key down is not talked into. */
const PAUSE = 600;

/** Says what the grid did: deeds at once, counts when they have come to rest. */
export class GridSpeech implements ReactiveController {
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    host: ReactiveControllerHost,
    private readonly announcer: Announcer,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  say(sentence: string): void {
    this.announcer.announce(sentence);
  }

  /** Says how many rows are shown now. */
  count(words: () => string): void {
    this.#later('count', () => msg(str`${words()} shown.`));
  }

  /** Says how many rows are selected now. */
  selection(words: () => string): void {
    this.#later('selection', () => `${words()}.`);
  }

  #later(topic: string, words: () => string): void {
    clearTimeout(this.#waiting.get(topic));
    this.#waiting.set(
      topic,
      setTimeout(() => this.say(words()), PAUSE),
    );
  }
}

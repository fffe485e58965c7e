import { timeUntilRight } from '../../page/operation.js';
import type { FormContestant, Scene } from '../contestant.js';
import { wrongBar, wrongForm } from './proof.js';
import { benchScenes } from './scenes.js';

/** In this order, each in the state that the one before has left. */
export const steps = ['mount', 'edit', 'editMore', 'show'] as const;
export type StepId = (typeof steps)[number];

/** ms. Longer than anything takes that works. */
const PATIENCE = 20_000;

/** In the page: a contestant, what it must show, and the measuring of it. */
export class FormHarness {
  readonly #contestant: FormContestant;
  readonly #place: HTMLElement;
  readonly #scenes = benchScenes();

  constructor(contestant: FormContestant, place: HTMLElement) {
    this.#contestant = contestant;
    this.#place = place;
  }

  /** Mounts at once, and resolves to the ms since the page was asked for until the first frame with the whole form. */
  async start(): Promise<number> {
    await this.step('mount');
    return performance.now();
  }

  /** Takes a step. Resolves to the ms until the first painted frame that is right; rejects with what was still wrong. */
  async step(id: StepId): Promise<number> {
    try {
      return await timeUntilRight(this.#works[id], this.#wrong[id], PATIENCE);
    } catch (error) {
      throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  readonly #works: Readonly<Record<StepId, () => void>> = {
    mount: () => this.#contestant.mount(this.#place, this.#scenes.first),
    edit: () => this.#contestant.press('notifications'),
    editMore: () => this.#contestant.press('documents'),
    show: () => this.#contestant.show(this.#scenes.second),
  };

  readonly #wrong: Readonly<Record<StepId, () => string | undefined>> = {
    mount: () => wrongForm(this.#contestant, this.#scenes.first),
    edit: () => wrongBar(this.#contestant, 1) ?? wrongForm(this.#contestant, this.#edited('notifications')),
    editMore: () =>
      wrongBar(this.#contestant, 2) ??
      wrongForm(this.#contestant, this.#edited('notifications', 'documents')),
    show: () => wrongForm(this.#contestant, this.#scenes.second),
  };

  #edited(...keys: ('notifications' | 'documents')[]): Scene {
    const { first } = this.#scenes;
    const flipped = Object.fromEntries(keys.map((key) => [key, !first.settings[key]]));
    return { ...first, settings: { ...first.settings, ...flipped } };
  }
}

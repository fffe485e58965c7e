import { msg } from '@lit/localize';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { notice } from './notices.js';

type PartState = 'absent' | 'loading' | 'ready' | 'failed';

/**
 * A part of an element that few need, such as a dialog: its code is loaded when it is first wanted. Render the part
 * where `isReady`, `progress()` beside it, and `trouble()` among the notices.
 */
export class LazyPart implements ReactiveController {
  #state: PartState = 'absent';
  /** For tests and whoever waits for the element: resolves when nothing is loading any more. */
  settled: Promise<void> = Promise.resolve();

  /** @param code imports the module that defines the part's elements. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly code: () => Promise<unknown>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.want(false);
  }

  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** Before each rendering: loads it when it is first wanted. What failed is tried again only by its user. */
  want(isWanted: boolean): void {
    if (isWanted && this.#state === 'absent') this.#load();
    if (!isWanted && this.#state === 'failed') this.#enter('absent');
  }

  readonly #load = (): void => {
    this.#enter('loading');
    this.settled = this.code().then(
      () => this.#enter('ready'),
      () => this.#enter('failed'),
    );
  };

  /** Stands over the page, so that nothing moves for the moment that it mostly takes. */
  progress(): unknown {
    if (this.#state !== 'loading') return nothing;
    return html`<div class="part-loading" role="status">
      <span class="spinner" aria-hidden="true"></span>${msg('Loading …')}
    </div>`;
  }

  /** Why it did not come; undefined where nothing went wrong. */
  trouble(): TemplateResult | undefined {
    if (this.#state !== 'failed') return undefined;
    return notice({
      tone: 'bad',
      title: msg('This part of the page could not be loaded.'),
      text: msg(
        'Nothing has been changed. Check the network and try again; reload the page if that does not help.',
      ),
      actions: html`<button type="button" class="button" @click=${this.#load}>${msg('Try again')}</button>`,
      isUrgent: true,
    });
  }

  #enter(state: PartState): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}

import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/**
 * Tells screen readers what happened where nothing on the screen gets the focus. The element renders `region()` once,
 * from its first render on: a live region that appears together with its text stays silent.
 */
export class Announcer implements ReactiveController {
  #text = '';

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#text = '';
  }

  /** Speaks a sentence, after what is being spoken. The same sentence twice is spoken twice. */
  announce(sentence: string): void {
    // Screen readers speak changes of the text only; a no-break space makes one that nobody hears.
    this.#text = this.#text === sentence ? `${sentence}\u00a0` : sentence;
    this.host.requestUpdate();
  }

  region(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite">${this.#text}</div>`;
  }
}

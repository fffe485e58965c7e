import { msg } from '@lit/localize';
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

interface CopyHost extends ReactiveControllerHost {
  announce(sentence: string): void;
}

/** Copies an address for the admin and tells what came of it, on the button too. */
export class CopiedText implements ReactiveController {
  #state: 'not-yet' | 'copied' | 'failed' = 'not-yet';

  constructor(private readonly host: CopyHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.reset();
  }

  /** Another address stands there now. */
  reset(): void {
    this.#state = 'not-yet';
  }

  /** The address as a link that opens in a new window, and the button beside it. `name` is the button's for screen readers. */
  line(url: string, name: string): TemplateResult {
    return html`<div class="login-line">
      <a class="login-url" href=${url} target="_blank" rel="noopener noreferrer">
        ${url}<span class="visually-hidden"> (${msg('opens in a new window')})</span>
      </a>
      <button type="button" class="button" aria-label=${name} @click=${() => void this.#copy(url)}>
        ${this.#word()}
      </button>
    </div>`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#state = 'copied';
      this.host.announce(msg('Copied.'));
    } catch {
      this.#state = 'failed';
      this.host.announce(msg('Copying is not allowed here. Select the address and copy it.'));
    }
    this.host.requestUpdate();
  }

  #word(): string {
    switch (this.#state) {
      case 'not-yet':
        return msg('Copy');
      case 'copied':
        return msg('Copied');
      case 'failed':
        return msg('Not copied');
    }
  }
}

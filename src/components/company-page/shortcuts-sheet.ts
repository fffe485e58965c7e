import { localized, msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define, PortalElement } from '../shared/index.js';
import { placeTitle, type PlaceId } from './page-places.js';
import { goKeys } from './page-shortcuts.js';
import { shortcutsSheetStyles } from './shortcuts-sheet.styles.js';

/** What the keys of the company's page do, and the switch that turns single ones off. */
@localized()
export class PortalShortcutsSheet extends PortalElement {
  static override styles = [shortcutsSheetStyles];

  @property({ type: Boolean }) open = false;
  /** Single keys are shortcuts. */
  @property({ type: Boolean, attribute: 'is-on' }) isOn = false;
  /** The stops that the page has. */
  @property({ attribute: false }) places: readonly PlaceId[] = [];
  /** Turns single keys on or off. */
  @property({ attribute: false }) turn?: ((isOn: boolean) => void) | undefined;

  protected override render(): TemplateResult {
    return html`<portal-dialog
      size="medium"
      heading=${msg('Keyboard shortcuts')}
      lead=${msg('They work while the focus is in this page’s block, and never while you type.')}
      ?open=${this.open}
      @close=${this.#onClose}
    >
      ${this.#switch()}
      <div class="groups">
        ${group(msg('Anywhere'), [
          [msg('Search settings, sections and actions'), [['/'], ['Ctrl', 'K']]],
          [msg('This help'), [['?']]],
        ])}
        ${group(msg('Go to'), this.#goKeys())}
        ${group(msg('In lists'), [
          [msg('Move'), [['↑'], ['↓'], ['←'], ['→']]],
          [msg('Edit, or open'), [['Enter'], ['F2']]],
          [msg('Select a row'), [[msg('Space')]]],
          [msg('Menu of the row'), [['Shift', 'F10']]],
          [msg('Close what opened last'), [['Esc']]],
        ])}
      </div>
      <button slot="actions" type="button" class="button primary" @click=${this.#close}>
        ${msg('Close')}
      </button>
    </portal-dialog>`;
  }

  #switch(): TemplateResult {
    const text = msg(
      'Single keys are shortcuts. Turn this off if you use speech input or press keys by mistake.',
    );
    return html`<label class="switch-line">
      <input
        type="checkbox"
        class="switch"
        .checked=${this.isOn}
        @change=${(event: Event) => this.turn?.((event.target as HTMLInputElement).checked)}
      />
      <span>${text}</span>
    </label>`;
  }

  #goKeys(): Line[] {
    return this.places.flatMap((place): Line[] => {
      const letter = goKeys[place];
      return letter === undefined ? [] : [[placeTitle(place), [['g', letter]]]];
    });
  }

  readonly #close = (): void => {
    this.renderRoot.querySelector('portal-dialog')?.requestClose();
  };

  readonly #onClose = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

/** What keys do, and the keys: alternatives, each of one or several pressed together or one after the other. */
type Line = readonly [what: string, keys: readonly (readonly string[])[]];

function group(title: string, lines: readonly Line[]): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    <dl>
      ${lines.map(
        ([what, alternatives]) =>
          html`<div>
            <dt>${what}</dt>
            <dd>${alternatives.map(keys)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function keys(together: readonly string[]): TemplateResult {
  const [first = '', ...others] = together;
  const spoken = others.length === 0 ? first : msg(str`${first}, then ${others.join(' ')}`);
  const isSequence = first === 'g';
  return html`<span class="keys" title=${isSequence ? spoken : together.join(' + ')}
    >${together.map((key) => html`<kbd>${key}</kbd>`)}</span
  >`;
}

define('portal-shortcuts-sheet', PortalShortcutsSheet);

declare global {
  interface HTMLElementTagNameMap {
    'portal-shortcuts-sheet': PortalShortcutsSheet;
  }
}

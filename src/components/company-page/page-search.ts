import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Announcer, define, PortalElement } from '../shared/index.js';
import { searchFinds, type Find } from './page-finds.js';
import { pageSearchStyles } from './page-search.styles.js';

/** More are no help; who sees so many types on. */
const MOST_SHOWN = 8;

/**
 * The search over everything in the company's page: a combobox with a list, as the ARIA practices describe it. Enter takes
 * the first one.
 */
@localized()
export class PortalPageSearch extends PortalElement {
  static override styles = [pageSearchStyles];

  /** All that can be found. */
  @property({ attribute: false }) finds: readonly Find[] = [];
  /** Goes there, or does it. */
  @property({ attribute: false }) choose?: ((find: Find) => void) | undefined;
  /** Whether "/" leads here. */
  @property({ type: Boolean, attribute: 'has-slash' }) hasSlash = false;

  @query('input') private readonly input!: HTMLInputElement | null;
  @state() private search = '';
  @state() private isOpen = false;
  /** Place of the active option in the list. */
  @state() private active = 0;
  readonly #announcer = new Announcer(this);

  override focus(): void {
    this.input?.focus();
    this.input?.select();
  }

  protected override render(): TemplateResult {
    const found = this.#found;
    const isListed = this.isOpen && found.length > 0;
    const active = found[this.active];
    return html`<input
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${msg('Search this page')}
        aria-autocomplete="list"
        aria-expanded=${isListed}
        aria-controls="found"
        aria-activedescendant=${isListed && active !== undefined ? active.id : nothing}
        aria-keyshortcuts=${this.hasSlash ? '/ Control+K' : 'Control+K'}
        placeholder=${this.hasSlash ? msg('Search ( / )') : msg('Search (Ctrl+K)')}
        .value=${this.search}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @blur=${this.#close}
      />
      <div class="found" ?hidden=${!this.isOpen || this.search.trim() === ''}>
        <ul id="found" role="listbox" aria-label=${msg('Found')}>
          ${found.map((find, place) => this.#option(find, place))}
        </ul>
        ${
          found.length === 0
            ? html`<p>${msg(str`Nothing here is called “${this.search.trim()}”. Try another word.`)}</p>`
            : nothing
        }
      </div>
      ${this.#announcer.region()}`;
  }

  get #found(): Find[] {
    return searchFinds(this.finds, this.search).slice(0, MOST_SHOWN);
  }

  #option(find: Find, place: number): TemplateResult {
    const { id, label, context } = find;
    return html`<li role="option" id=${id} aria-selected=${place === this.active}>
      <span>${label}</span> <span class="context">${context}</span>
    </li>`;
  }

  /** The list is no stop of the Tab key: the focus stays in the field, whose keys work it. */
  protected override firstUpdated(): void {
    const list = this.renderRoot.querySelector('#found');
    list?.addEventListener('pointerdown', (event) => event.preventDefault());
    list?.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role="option"]') : null;
      const find = this.#found.find(({ id }) => id === option?.id);
      if (find !== undefined) this.#take(find);
    });
  }

  readonly #onInput = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.isOpen = true;
    if (this.search.trim() === '') return;
    const { length } = this.#found;
    this.#announcer.announce(length === 0 ? msg('Nothing found.') : msg(str`${length} found.`));
  };

  readonly #onFocus = (): void => {
    this.isOpen = true;
  };

  readonly #close = (): void => {
    this.isOpen = false;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (!this.#press(event.key, event.altKey)) return;
    // The page around must not take the same key for its own dialogs and forms.
    event.preventDefault();
    event.stopPropagation();
  };

  /** Returns whether the key meant something here. */
  #press(key: string, isAlt: boolean): boolean {
    const found = this.#found;
    switch (key) {
      case 'ArrowDown':
        if (this.isOpen && !isAlt) this.active = (this.active + 1) % Math.max(found.length, 1);
        this.isOpen = true;
        break;
      case 'ArrowUp':
        this.active = (this.active + found.length - 1) % Math.max(found.length, 1);
        break;
      case 'Enter': {
        const find = found[this.active];
        if (find !== undefined) this.#take(find);
        break;
      }
      case 'Escape':
        return this.#escape();
      default:
        return false;
    }
    void this.#showActive();
    return true;
  }

  /** First the list goes, then the text; after that Escape is for whoever is around. */
  #escape(): boolean {
    const isListed = this.isOpen && this.search.trim() !== '';
    if (!isListed && this.search === '') return false;
    if (isListed) this.isOpen = false;
    else this.search = '';
    return true;
  }

  #take(find: Find): void {
    this.search = '';
    this.isOpen = false;
    this.choose?.(find);
  }

  async #showActive(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }
}

define('portal-page-search', PortalPageSearch);

declare global {
  interface HTMLElementTagNameMap {
    'portal-page-search': PortalPageSearch;
  }
}

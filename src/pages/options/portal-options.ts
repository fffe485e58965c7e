import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connections, ConnectionSummary, Vault, VaultState } from '../../channel/index.js';
import {
  define,
  errorNotice,
  loadingSkeleton,
  LoadTask,
  PortalElement,
  reconnectingNotice,
} from '../../components/shared/index.js';
import { pageTitle, type PageName } from '../shared/portal-page-frame.js';
import './options-events.js';
import type { PageBrowser } from './page-browser.js';
import './portal-connections-section.js';
import { optionsStyles } from './portal-options.styles.js';
import './portal-storage-page.js';
import type { Forget } from './portal-storage-page.js';
import './portal-vault-section.js';

/** The pages that are parts of this document, told apart by the address's fragment. */
const parts = ['connections', 'vault', 'stored'] as const satisfies readonly PageName[];
type Part = (typeof parts)[number];

function partOf(fragment: string): Part {
  return parts.find((part) => `#${part}` === fragment) ?? 'connections';
}

/**
 * The options page: connections, the vault, and what is stored. Its parts stay while another one is shown, so that a form
 * can be left for the vault and found again as it was.
 */
@localized()
export class PortalOptions extends PortalElement {
  static override styles = [optionsStyles];

  /** The connections that the worker keeps. */
  @property({ attribute: false }) connections?: Connections | undefined;
  /** The worker's vault. */
  @property({ attribute: false }) vault?: Vault | undefined;
  /** What is needed of the browser's own API. */
  @property({ attribute: false }) browser?: PageBrowser | undefined;
  /** Has the worker forget what the table of stored things can forget. */
  @property({ attribute: false }) forget?: Forget | undefined;
  /** True while the worker is being reached again. */
  @property({ type: Boolean }) reconnecting = false;

  @state() private shown: Part = partOf(location.hash);

  readonly #list = new LoadTask<ConnectionSummary[]>(this);
  readonly #vaultState = new LoadTask<VaultState>(this);
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onFragment);
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    window.removeEventListener('hashchange', this.#onFragment);
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('connections') && !changed.has('vault')) return;
    this.#stopListening?.();
    this.#stopListening = this.connections?.subscribe(() => void this.#reload());
    void this.#reload();
  }

  /** Both together: whether a connection is locked depends on the vault. */
  readonly #reload = async (): Promise<void> => {
    const { connections, vault } = this;
    if (connections === undefined || vault === undefined) return;
    await Promise.all([this.#list.run(() => connections.list()), this.#vaultState.run(() => vault.state())]);
  };

  /** The vault may have locked by itself while nobody looked, and the browser's permissions may be others. */
  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') void this.#reload();
  };

  readonly #onFragment = (): void => {
    this.shown = partOf(location.hash);
    void this.#reload();
    void this.updateComplete.then(() => this.renderRoot.querySelector('portal-page-frame')?.focusHeading());
  };

  protected override updated(): void {
    document.title = `${pageTitle(this.shown)} – PSA Portal Admin`;
  }

  protected override render(): TemplateResult {
    const vaultState = this.#vaultState.value;
    const list = this.#list.value;
    return html`<portal-page-frame current=${this.shown}>
      <p slot="lead">${leadText(this.shown)}</p>
      ${this.reconnecting ? reconnectingNotice() : nothing} ${this.#renderLoading()}
      <portal-connections-section
        ?hidden=${this.shown !== 'connections'}
        .connections=${this.connections}
        .vault=${this.vault}
        .vaultState=${vaultState}
        .browser=${this.browser}
        .list=${list}
        .reload=${this.#reload}
        @portal-vault-changed=${this.#reload}
      ></portal-connections-section>
      <portal-vault-section
        ?hidden=${this.shown !== 'vault'}
        .vault=${this.vault}
        .vaultState=${vaultState}
        .connections=${list ?? []}
        @portal-vault-changed=${this.#reload}
      ></portal-vault-section>
      <portal-storage-page ?hidden=${this.shown !== 'stored'} .forget=${this.forget}></portal-storage-page>
    </portal-page-frame>`;
  }

  #renderLoading(): TemplateResult | typeof nothing {
    if (this.shown === 'stored') return nothing;
    const error = this.#list.error ?? this.#vaultState.error;
    if (error !== undefined) return errorNotice(error, () => void this.#reload());
    const isKnown = this.#list.value !== undefined && this.#vaultState.value !== undefined;
    return isKnown ? nothing : loadingSkeleton(msg('Loading the connections'), 2);
  }
}

function leadText(part: Part): string {
  const texts: Record<Part, () => string> = {
    connections: () =>
      msg('How the extension reaches your PSA. A PSA can have several connections, of which one is in use.'),
    vault: () => msg('Keeps the secrets of connections on this computer, protected by one passphrase.'),
    stored: () => msg('All that the extension stores, where, why, and until when.'),
  };
  return texts[part]();
}

define('portal-options', PortalOptions);

declare global {
  interface HTMLElementTagNameMap {
    'portal-options': PortalOptions;
  }
}

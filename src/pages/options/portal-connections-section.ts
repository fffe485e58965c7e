import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type {
  ConnectionDraft,
  Connections,
  ConnectionSummary,
  Vault,
  VaultState,
} from '../../channel/index.js';
import {
  Announcer,
  define,
  errorNotice,
  notice,
  PortalElement,
  type PortalEvent,
} from '../../components/shared/index.js';
import { connectionName } from './connection-words.js';
import { ConnectionWork } from './connection-work.js';
import { sectionStyles } from './connections-section.styles.js';
import './options-events.js';
import type { PageBrowser } from './page-browser.js';
import './portal-connection-form.js';
import './portal-connection-list.js';
import './portal-connection-report.js';
import './portal-vault-unlock.js';

/** What the form is open for. `template`: a new one that begins like this one. */
interface Editing {
  readonly connection?: ConnectionSummary | undefined;
  readonly template?: ConnectionSummary | undefined;
}

/**
 * Lists, enters, tests, uses, signs in to and forgets connections; never gets a secret to see. The list itself belongs to
 * the page, which loads it anew after each change. An open form stays as it is, whatever happens around it.
 */
@localized()
export class PortalConnectionsSection extends PortalElement {
  static override styles = [sectionStyles];

  @property({ attribute: false }) connections?: Connections | undefined;
  @property({ attribute: false }) vault?: Vault | undefined;
  @property({ attribute: false }) vaultState?: VaultState | undefined;
  @property({ attribute: false }) browser?: PageBrowser | undefined;
  /** All that there are; undefined until they are known. */
  @property({ attribute: false }) list?: readonly ConnectionSummary[] | undefined;
  /** Loads the list anew. Resolves when it is there. */
  @property({ attribute: false }) reload: () => Promise<void> = () => Promise.resolve();

  @state() private editing: Editing | undefined;
  /** Where nothing is connected yet, the form is what one came for; who has seen it sees the empty list. */
  @state() private isDismissed = false;

  /** The first connection that will be usable once the vault is open; there the focus goes then. */
  #unlocking: ConnectionSummary | undefined;
  readonly #announcer = new Announcer(this);
  readonly #work = new ConnectionWork(this, () => this, this.#announcer);

  protected override updated(): void {
    const unlocked = this.list?.find(({ id, isLocked }) => id === this.#unlocking?.id && !isLocked);
    if (unlocked === undefined) return;
    this.#unlocking = undefined;
    this.#announcer.announce(msg('The vault is unlocked.'));
    void this.#focusConnection(unlocked.id);
  }

  #edit(editing: Editing | undefined): void {
    this.#work.forgetOutcomes();
    this.editing = editing;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isFirstVisit = this.list?.length === 0 && !this.isDismissed;
    if (changed.has('list') && isFirstVisit) this.editing ??= {};
  }

  async #focusConnection(id: string): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('portal-connection-list')?.focusConnection(id);
  }

  readonly #save = async ({ detail: draft }: PortalEvent<ConnectionDraft>): Promise<void> => {
    const saved = await this.#work.save(draft);
    if (saved === undefined) return;
    this.editing = undefined;
    await this.#focusConnection(saved.id);
  };

  readonly #cancel = async (): Promise<void> => {
    const id = this.editing?.connection?.id;
    this.#edit(undefined);
    this.isDismissed = true;
    await (id === undefined ? this.focusInside('.add') : this.#focusConnection(id));
  };

  readonly #test = ({ detail: draft }: PortalEvent<ConnectionDraft>): void => {
    void this.#work.test(draft, this.editing === undefined ? draft.id : null);
  };

  readonly #forget = async ({ detail: connection }: PortalEvent<ConnectionSummary>): Promise<void> => {
    this.isDismissed = true;
    await this.#work.forget(connection);
    await this.focusInside('.again');
  };

  readonly #signIn = async ({ detail: connection }: PortalEvent<ConnectionSummary>): Promise<void> => {
    const signedIn = this.#work.signIn(connection);
    await this.#focusConnection(connection.id);
    await signedIn;
    await this.#focusConnection(connection.id);
  };

  /** Does something to a connection of the list, and goes back to it. */
  async #do(work: Promise<void>, { id }: ConnectionSummary): Promise<void> {
    await work;
    await this.#focusConnection(id);
  }

  protected override render(): TemplateResult {
    const work = this.#work;
    const { editing } = this;
    return html`<div
      class="section"
      @portal-connection-save=${this.#save}
      @portal-connection-test=${this.#test}
      @portal-connection-cancel=${this.#cancel}
      @portal-connection-forget=${this.#forget}
      @portal-connection-edit=${({ detail }: PortalEvent<ConnectionSummary>) =>
        this.#edit({ connection: detail })}
      @portal-connection-activate=${({ detail }: PortalEvent<ConnectionSummary>) =>
        this.#do(work.activate(detail), detail)}
      @portal-connection-allow=${({ detail }: PortalEvent<ConnectionSummary>) =>
        this.#do(work.allow(detail), detail)}
      @portal-sign-in=${this.#signIn}
      @portal-sign-in-cancel=${() => work.signInFlow.cancel()}
      @portal-sign-out=${({ detail }: PortalEvent<ConnectionSummary>) =>
        this.#do(work.signOut(detail), detail)}
    >
      ${editing === undefined ? this.#renderList() : this.#renderEditor(editing)} ${this.#announcer.region()}
    </div>`;
  }

  #renderList(): TemplateResult | typeof nothing {
    const { list } = this;
    if (list === undefined) return nothing;
    const { action, report, message, testing, signInFlow } = this.#work;
    return html`${this.#renderForgotten()} ${action.error === undefined ? nothing : errorNotice(action.error)}
      ${this.#renderLocked(list)}
      <portal-connection-list
        .connections=${list}
        .report=${report}
        .message=${message}
        .testing=${testing}
        .signIn=${signInFlow.progress}
      ></portal-connection-list>
      ${
        list.length === 0
          ? html`<p class="quiet">
              ${msg('No connection yet. Until there is one, the extension can show no data in the PSA’s pages.')}
            </p>`
          : nothing
      }
      <div class="actions">
        <button type="button" class="button add" @click=${() => this.#edit({})}>
          ${msg('Add a connection')}
        </button>
      </div>`;
  }

  #renderForgotten(): TemplateResult | typeof nothing {
    const { forgotten } = this.#work;
    if (forgotten === undefined) return nothing;
    return notice({
      tone: 'info',
      title: msg(str`The connection “${connectionName(forgotten)}” is forgotten.`),
      text: msg('Its secrets are gone; everything else can be filled in again for you.'),
      actions: html`<button
        type="button"
        class="button again"
        @click=${() => this.#edit({ template: forgotten })}
      >
        ${msg('Enter it again')}
      </button>`,
    });
  }

  #renderLocked(list: readonly ConnectionSummary[]): TemplateResult | typeof nothing {
    const locked = list.filter(({ isLocked }) => isLocked).length;
    const first = list.find(({ isLocked }) => isLocked);
    if (this.vaultState?.state !== 'locked' || first === undefined) return nothing;
    return html`<section class="card part">
      <h2>${locked === 1 ? msg('A connection is locked') : msg(str`${locked} connections are locked`)}</h2>
      <p class="quiet">
        ${msg('Enter the passphrase to use them. Open pages of the PSA then go on by themselves.')}
      </p>
      <portal-vault-unlock
        .vault=${this.vault}
        .vaultState=${this.vaultState}
        @portal-vault-changed=${() => {
          this.#unlocking = first;
        }}
      ></portal-vault-unlock>
    </section>`;
  }

  #renderEditor({ connection, template }: Editing): TemplateResult {
    const { action, report, message } = this.#work;
    const busy = action.busy === 'saving' || action.busy === 'testing' ? action.busy : '';
    return html`<div class="editor">
      <h2>
        ${connection === undefined ? msg('New connection') : msg(str`Change “${connectionName(connection)}”`)}
      </h2>
      <portal-connection-form
        .connection=${connection}
        .template=${template}
        .vault=${this.vault}
        .vaultState=${this.vaultState}
        .busy=${busy}
      ></portal-connection-form>
      ${message === undefined ? nothing : notice(message.told)}
      ${action.error === undefined ? nothing : errorNotice(action.error)}
      ${
        report === undefined
          ? nothing
          : html`<div class="card result">
              <portal-connection-report .result=${report.told}></portal-connection-report>
            </div>`
      }
    </div>`;
  }
}

define('portal-connections-section', PortalConnectionsSection);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connections-section': PortalConnectionsSection;
  }
}

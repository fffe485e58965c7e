import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type {
  ConnectionDraft,
  Connections,
  ConnectionSummary,
  SaveResult,
  TestResult,
} from '../../channel/index.js';
import {
  Announcer,
  define,
  errorNotice,
  loadingSkeleton,
  LoadTask,
  notice,
  PortalElement,
  reconnectingNotice,
  type PortalEvent,
} from '../../components/shared/index.js';
import { toPortalError, type PortalError } from '../../contract/index.js';
import './options-events.js';
import './portal-connection-card.js';
import './portal-connection-form.js';
import './portal-connection-report.js';
import { optionsStyles } from './portal-options.styles.js';
import { connectionProblemText } from './problem-words.js';

/** What the form is open for: a PSA's address, `''` for a new connection, or undefined. */
type Editing = string | undefined;

/** The options page: the connections to PSAs. Lists, enters, tests and forgets them; never gets a secret to see. */
@localized()
export class PortalOptions extends PortalElement {
  static override styles = [optionsStyles];

  /** The connections that the worker keeps. */
  @property({ attribute: false }) connections?: Connections;
  /** The manifest's host permissions. */
  @property({ attribute: false }) hostPermissions: readonly string[] = [];
  /** True while the worker is being reached again. */
  @property({ type: Boolean }) reconnecting = false;

  @state() private editing: Editing;
  @state() private busy: 'saving' | 'testing' | '' = '';
  /** The outcome of the last test, and of which PSA. */
  @state() private report: { psaOrigin: string; result: TestResult } | undefined;
  @state() private refusal: Extract<SaveResult, { saved: false }> | undefined;
  @state() private error: PortalError | undefined;

  readonly #list = new LoadTask<ConnectionSummary[]>(this);
  readonly #announcer = new Announcer(this);
  #stopListening: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('connections')) return;
    this.#stopListening?.();
    this.#stopListening = this.connections?.subscribe(() => void this.#load());
    void this.#load();
  }

  async #load(): Promise<void> {
    const { connections } = this;
    if (connections === undefined) return;
    await this.#list.run(() => connections.list());
    // The first visit: there is nothing to choose from, so the form is what one came for.
    if (this.#list.value?.length === 0 && this.editing === undefined) this.editing = '';
  }

  #edit(editing: Editing): void {
    this.editing = editing;
    this.report = undefined;
    this.refusal = undefined;
    this.error = undefined;
  }

  /** One thing at a time; an error is shown where the form or the list is. */
  async #work(busy: 'saving' | 'testing', work: (connections: Connections) => Promise<void>): Promise<void> {
    if (this.connections === undefined || this.busy !== '') return;
    this.busy = busy;
    this.report = undefined;
    this.refusal = undefined;
    this.error = undefined;
    try {
      await work(this.connections);
    } catch (thrown) {
      this.error = toPortalError(thrown);
    } finally {
      this.busy = '';
    }
  }

  readonly #save = ({ detail: draft }: PortalEvent<ConnectionDraft>) =>
    this.#work('saving', async (connections) => {
      const before = this.editing;
      const result = await connections.save(draft);
      if (!result.saved) {
        this.refusal = result;
        return;
      }
      // Saved under another address, it moved: two connections would be a surprise.
      if (before !== undefined && before !== '' && before !== draft.psaOrigin)
        await connections.forget(before);
      this.#edit(undefined);
      await this.#load();
      this.#announcer.announce(msg(str`The connection to ${draft.psaOrigin} is saved.`));
      await this.focusInside('.add');
    });

  readonly #test = ({ detail: draft }: PortalEvent<ConnectionDraft>) =>
    this.#work('testing', async (connections) => {
      this.report = { psaOrigin: draft.psaOrigin, result: await connections.test(draft) };
      this.#announcer.announce(msg(str`The test of ${draft.psaOrigin} is done.`));
    });

  readonly #forget = ({ detail: { psaOrigin } }: PortalEvent<ConnectionSummary>) =>
    this.#work('saving', async (connections) => {
      await connections.forget(psaOrigin);
      await this.#load();
      this.#announcer.announce(msg(str`The connection to ${psaOrigin} is forgotten.`));
      await this.focusInside('.add');
    });

  protected override render(): TemplateResult {
    return html`<main
      @portal-connection-save=${this.#save}
      @portal-connection-test=${this.#test}
      @portal-connection-forget=${this.#forget}
      @portal-connection-edit=${(event: PortalEvent<ConnectionSummary>) => this.#edit(event.detail.psaOrigin)}
      @portal-connection-cancel=${() => this.#edit(undefined)}
    >
      <header>
        <h1>${msg('PSA Portal Admin: connections')}</h1>
        <p>${msg('How the extension reaches your PSA. Each PSA address has one connection.')}</p>
      </header>
      ${this.reconnecting ? reconnectingNotice() : nothing} ${this.#renderList()}
      ${this.editing === undefined ? this.#renderError() : nothing}
      ${this.editing === '' ? this.#renderForm(undefined) : this.#renderAdd()}
      <section class="kept">${this.#renderKept()}</section>
      ${this.#announcer.region()}
    </main>`;
  }

  #renderAdd(): TemplateResult {
    return html`<div>
      <button type="button" class="button add" @click=${() => this.#edit('')}>
        ${msg('Add a connection')}
      </button>
    </div>`;
  }

  #renderList(): TemplateResult {
    const { state: loading, value, error } = this.#list;
    if (error !== undefined) return errorNotice(error, () => void this.#load());
    if (value === undefined || loading === 'idle') return loadingSkeleton(msg('Loading the connections'), 2);
    return html`${repeat(
      value,
      ({ psaOrigin }) => psaOrigin,
      (connection) =>
        this.editing === connection.psaOrigin ? this.#renderForm(connection) : this.#renderCard(connection),
    )}`;
  }

  #renderCard(connection: ConnectionSummary): TemplateResult {
    const isTested = this.report?.psaOrigin === connection.psaOrigin && this.editing === undefined;
    return html`<section class="box">
      <portal-connection-card
        .connection=${connection}
        .testing=${this.busy === 'testing'}
      ></portal-connection-card>
      ${isTested ? this.#renderReport() : nothing}
    </section>`;
  }

  #renderForm(connection: ConnectionSummary | undefined): TemplateResult {
    return html`<section class="box">
      <h2>${connection === undefined ? msg('New connection') : msg('Change the connection')}</h2>
      <portal-connection-form
        .connection=${connection}
        .hostPermissions=${this.hostPermissions}
        .busy=${this.busy}
      ></portal-connection-form>
      ${this.#renderReport()} ${this.#renderRefusal()} ${this.#renderError()}
    </section>`;
  }

  #renderReport(): TemplateResult | typeof nothing {
    if (this.report === undefined) return nothing;
    return html`<portal-connection-report .result=${this.report.result}></portal-connection-report>`;
  }

  #renderError(): TemplateResult | typeof nothing {
    return this.error === undefined ? nothing : errorNotice(this.error);
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    if (this.refusal === undefined) return nothing;
    const text = connectionProblemText(this.refusal.problem);
    return notice({ tone: 'bad', title: msg('The connection was not saved.'), text, isUrgent: true });
  }

  #renderKept(): TemplateResult {
    return html`<h2>${msg('What is kept, and how long')}</h2>
      <p>
        ${msg(
          'Secrets are kept in the browser’s memory only, until the browser ends or the extension is updated. Then you enter them again. They are sent to the addresses that you enter here and nowhere else; neither this page nor the PSA’s pages can read them back.',
        )}
      </p>`;
  }
}

define('portal-options', PortalOptions);

declare global {
  interface HTMLElementTagNameMap {
    'portal-options': PortalOptions;
  }
}

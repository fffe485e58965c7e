import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PortalAdmin, PortalError } from '../../contract/index.js';
import {
  levelsWithoutMove,
  portalLevels,
  type ActiveTaskfire,
  type LevelInUse,
  type LevelMove,
  type SecurityLevel,
} from '../../model/index.js';
import {
  define,
  errorNotice,
  loadingSkeleton,
  LoadTask,
  PortalElement,
  type PortalDialog,
} from '../shared/index.js';
import { disableStyles } from './dialogs.styles.js';
import { lossWords } from './loss-words.js';
import { meanwhileNotice, refusalNotice } from './taskfire-notices.js';
import { usersWords } from './taskfire-words.js';

/**
 * Asks before Taskfire is disabled (T3): what is lost, and which portal level the users of each Taskfire level get. All of
 * it is one step.
 *
 * @summary Reads the portal levels each time it is opened.
 * @fires close - Closed; `open` is false.
 */
@localized()
export class PortalTaskfireDisable extends PortalElement {
  static override styles = disableStyles;

  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  @property({ attribute: false }) admin?: PortalAdmin | undefined;
  @property({ attribute: false }) companyId?: number | undefined;
  @property({ type: Boolean }) open = false;
  /** As it is now; undefined where somebody else has disabled it meanwhile. */
  @property({ attribute: false }) taskfire?: ActiveTaskfire | undefined;
  /** It is being disabled. */
  @property({ type: Boolean, attribute: 'is-busy' }) isBusy = false;
  /** Why it could not be disabled. */
  @property({ attribute: false }) error?: PortalError | undefined;
  /** What others did since it was opened. */
  @property({ attribute: false }) meanwhile: readonly string[] = [];
  @property({ attribute: false }) disable?: ((moves: LevelMove[]) => void) | undefined;

  readonly #levels = new LoadTask<readonly SecurityLevel[]>(this);
  @state() private chosen: readonly LevelMove[] = [];
  /** Somebody wanted to go on and had not chosen everything. */
  @state() private isAsked = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.chosen = [];
    this.isAsked = false;
    this.#load();
  }

  protected override render(): TemplateResult {
    return html`<portal-dialog
      size="medium"
      heading=${msg('Disable Taskfire for this company?')}
      first-focus=".keep"
      .open=${this.open}
      .isBusy=${this.isBusy}
      .hasUnsaved=${this.chosen.length > 0 && this.taskfire !== undefined && !this.isBusy}
      @close=${this.#onClose}
    >
      <div class="notices">
        ${meanwhileNotice(this.meanwhile, this.chosen.length > 0)}
        ${refusalNotice(this.error, this.meanwhile)}
      </div>
      ${this.taskfire === undefined ? nothing : this.#question(this.taskfire)}
      <button slot="actions" type="button" class="button keep" @click=${this.#close}>
        ${this.taskfire === undefined ? msg('Close') : msg('Leave it as it is')}
      </button>
      ${this.taskfire === undefined ? nothing : this.#confirmation(this.taskfire)}
    </portal-dialog>`;
  }

  #question(taskfire: ActiveTaskfire): TemplateResult {
    return html`<p>${msg('This is what happens:')}</p>
      <ul>
        ${lossWords(taskfire).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      ${taskfire.levelsInUse.length === 0 ? nothing : this.#moves(taskfire.levelsInUse)}`;
  }

  #moves(inUse: readonly LevelInUse[]): TemplateResult {
    const { value, error } = this.#levels;
    if (error?.data.code === 'not-found') return this.#noLevels(inUse);
    if (error !== undefined) return errorNotice(error, () => this.#load());
    if (value === undefined) return loadingSkeleton(msg('Loading the security levels'), 2);
    return html`<h3 id="moves">${msg('Which portal level do they get?')}</h3>
      <div class="moves" role="group" aria-labelledby="moves">
        ${inUse.map((level) => this.#move(level, portalLevels(value)))}
      </div>
      <p id="missing" class="problem" role="status">${this.isAsked ? this.#missing(inUse) : nothing}</p>`;
  }

  /** Without the API that knows the levels nobody can say where the users are to go. */
  #noLevels(inUse: readonly LevelInUse[]): TemplateResult {
    const names = inUse.map(({ name, users }) => `${name} (${usersWords(users)})`).join(', ');
    return html`<p class="problem">
      ${msg(str`These Taskfire levels are in use: ${names}.`)}
      ${msg('The portal levels cannot be read through this connection. Give these users a portal level in the PSA first, or connect its REST API.')}
    </p>`;
  }

  #move({ id, name, users }: LevelInUse, levels: readonly SecurityLevel[]): TemplateResult {
    const to = this.chosen.find(({ from }) => from === id)?.to;
    return html`<div class="move">
      <label for="move-${id}"><span class="name">${name}</span> <span>${usersWords(users)}</span></label>
      <select
        id="move-${id}"
        aria-invalid=${this.isAsked && to === undefined}
        @change=${(event: Event) => this.#choose(id, event)}
      >
        <option value="" .selected=${live(to === undefined)}>${msg('Choose a portal level')}</option>
        ${levels.map(
          (level) =>
            html`<option value=${level.id} .selected=${live(to === level.id)}>${level.name}</option>`,
        )}
      </select>
    </div>`;
  }

  #missing(inUse: readonly LevelInUse[]): unknown {
    const names = levelsWithoutMove(inUse, this.chosen).map(({ name }) => name);
    return names.length === 0 ? nothing : msg(str`Choose a portal level for: ${names.join(', ')}`);
  }

  #confirmation({ levelsInUse }: ActiveTaskfire): TemplateResult {
    const isMissing = levelsWithoutMove(levelsInUse, this.chosen).length > 0;
    return html`<button
      slot="actions"
      type="button"
      class="button primary danger"
      aria-disabled=${isMissing || this.isBusy}
      aria-describedby=${isMissing ? 'missing' : nothing}
      @click=${() => this.#onDisable(levelsInUse)}
    >
      ${
        this.isBusy
          ? html`<span class="spinner" aria-hidden="true"></span>${msg('Disabling Taskfire …')}`
          : msg('Disable Taskfire')
      }
    </button>`;
  }

  #load(): void {
    const { admin } = this;
    if (admin === undefined) return;
    const read = async (signal: AbortSignal) => (await admin.portalUserOptions({ signal })).securityLevels;
    void this.#levels.run(read);
  }

  #choose(from: number, event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const others = this.chosen.filter((move) => move.from !== from);
    this.chosen = value === '' ? others : [...others, { from, to: Number(value) }];
  }

  #onDisable(inUse: readonly LevelInUse[]): void {
    if (this.isBusy) return;
    const [missing] = levelsWithoutMove(inUse, this.chosen);
    if (missing === undefined) {
      // What nobody has any more need not be moved.
      this.disable?.(this.chosen.filter(({ from }) => inUse.some(({ id }) => id === from)));
      return;
    }
    this.isAsked = true;
    void this.focusInside(`#move-${missing.id}`);
  }

  readonly #close = (): void => this.dialog?.requestClose();

  readonly #onClose = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

define('portal-taskfire-disable', PortalTaskfireDisable);

declare global {
  interface HTMLElementTagNameMap {
    'portal-taskfire-disable': PortalTaskfireDisable;
  }
}

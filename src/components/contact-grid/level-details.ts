import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { levelFacts, type SecurityLevel } from '../../model/index.js';
import { placePopover } from '../data-grid/place-popover.js';
import { define, PortalElement } from '../shared/index.js';
import { levelName } from './contact-words.js';
import { levelDetailsStyles } from './level-details.styles.js';
import { levelFactWords } from './level-words.js';

/** The level, and how many of the company's active logins have it. */
export interface LevelInUse {
  /** Undefined where the PSA does not list it. */
  readonly level: SecurityLevel | undefined;
  readonly id: number;
  readonly users: number;
}

/** In CSS pixels. */
const WIDTH = 340;

/**
 * What a security level permits, as far as that is known: the PSA's interface names levels and no permissions (V3).
 *
 * @summary Opens at a place, takes the focus, and closes on Escape or a click elsewhere.
 * @fires close - It was closed by Escape or its button: whatever had the focus before should get it back.
 */
@localized()
export class PortalLevelDetails extends PortalElement {
  static override styles = levelDetailsStyles;

  @query('.details') private readonly details!: HTMLElement | null;
  @state() private shown: LevelInUse | undefined;
  #hadFocus = false;

  /** Shows a level at a place of the viewport. */
  async open(shown: LevelInUse, anchor: DOMRect): Promise<void> {
    this.shown = shown;
    await this.updateComplete;
    const { details } = this;
    if (details === null) return;
    placePopover(details, anchor, WIDTH);
    if (!details.matches(':popover-open')) details.showPopover();
    await this.focusInside('button');
  }

  protected override render(): TemplateResult {
    return html`<div
      class="details"
      popover="auto"
      role="dialog"
      aria-labelledby="name"
      aria-describedby="text"
      @beforetoggle=${this.#onBeforeToggle}
      @toggle=${this.#onToggle}
    >
      ${this.shown === undefined ? nothing : this.#content(this.shown)}
    </div>`;
  }

  #content({ level, id, users }: LevelInUse): TemplateResult {
    const name = level === undefined ? msg(str`Unknown level ${id}`) : levelName(level);
    return html`<h3 id="name">${name}</h3>
      <div id="text">
        <p class="quiet">${usersWords(users)}</p>
        ${level === undefined ? html`<p>${unknownWords()}</p>` : knownWords(level)}
      </div>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.details?.hidePopover()}>
          ${msg('Close')}
        </button>
      </div>`;
  }

  /** Before it closes the focus is still known: a click elsewhere has moved it, Escape has not. */
  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    this.#hadFocus = event.newState === 'closed' && this.focusedInside !== null;
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed' && this.#hadFocus) this.dispatchEvent(new Event('close'));
  };
}

function knownWords(level: SecurityLevel): TemplateResult {
  return html`<ul>
      ${levelFacts(level).map((fact) => html`<li>${levelFactWords(fact)}</li>`)}
    </ul>
    <p class="quiet">
      ${msg(
        'The PSA’s interface does not tell a level’s permissions. You find them in the PSA’s administration, under Manage Security Levels.',
      )}
    </p>`;
}

function unknownWords(): string {
  return msg(
    'The PSA does not list this level, so nothing is known of it. It may have been deleted. Give the login another one.',
  );
}

function usersWords(users: number): string {
  return users === 1
    ? msg('1 active login of this company has it.')
    : msg(str`${users} active logins of this company have it.`);
}

define('portal-level-details', PortalLevelDetails);

declare global {
  interface HTMLElementTagNameMap {
    'portal-level-details': PortalLevelDetails;
  }
}

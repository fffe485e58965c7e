import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { define, PortalElement } from '../shared/index.js';
import { gridMenuStyles } from './grid-menu.styles.js';

/** An entry of a menu. */
export interface MenuItem {
  readonly label: string;
  /** A second line: where it leads, or why it cannot be chosen. */
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** A point in the viewport, in CSS pixels. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

/** Distance that the menu keeps to the edges of the viewport. */
const EDGE = 8;

/**
 * A context menu with the keyboard of the ARIA menu pattern.
 *
 * @summary Entries that cannot be chosen stay reachable, so that their reason can be read.
 * @fires close - It was closed; whatever had the focus before should get it back.
 */
export class PortalGridMenu extends PortalElement {
  static override styles = gridMenuStyles;

  @query('.menu') private readonly menu!: HTMLElement | null;
  @state() private items: readonly MenuItem[] = [];
  #hadFocus = false;

  protected override render(): TemplateResult {
    return html`<div
      class="menu"
      role="menu"
      popover="auto"
      @beforetoggle=${this.#onBeforeToggle}
      @toggle=${this.#onToggle}
      @keydown=${this.#onKeydown}
      @contextmenu=${preventDefault}
    >
      ${this.items.map(
        (item) =>
          html`<button
            type="button"
            role="menuitem"
            tabindex="-1"
            aria-disabled=${item.isDisabled === true}
            @click=${() => this.#choose(item)}
          >
            <span>${item.label}</span>
            ${item.hint === undefined ? nothing : html`<small>${item.hint}</small>`}
          </button>`,
      )}
    </div>`;
  }

  /** Shows these entries at a point, inside the viewport, with the focus on the first one. */
  async open(items: readonly MenuItem[], point: MenuPoint): Promise<void> {
    this.items = items;
    await this.updateComplete;
    const { menu } = this;
    if (menu === null) return;
    if (!menu.matches(':popover-open')) menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    // It opens towards the end of the line, from a point that is physical.
    const left = menu.matches(':dir(rtl)') ? point.x - width : point.x;
    menu.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
    menu.style.top = `${Math.max(EDGE, Math.min(point.y, innerHeight - height - EDGE))}px`;
    this.#focusItem(0);
  }

  #choose(item: MenuItem): void {
    if (item.isDisabled === true) return;
    this.menu?.hidePopover();
    // First whoever had the focus gets it back, then the entry may move it on.
    this.#hadFocus = false;
    this.dispatchEvent(new Event('close'));
    item.run();
  }

  /** Before it closes the focus is still known: a click elsewhere has moved it, Escape has not. */
  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    this.#hadFocus = event.newState === 'closed' && this.focusedInside !== null;
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed' && this.#hadFocus) this.dispatchEvent(new Event('close'));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const current = buttons.findIndex((button) => button === this.focusedInside);
    const target = targetOf(event.key, current, buttons.length);
    if (event.key === 'Tab') this.menu?.hidePopover();
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#focusItem(target);
  };

  #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #focusItem(index: number): void {
    this.#buttons()[index]?.focus();
  }
}

/** The key that opened this menu must not open the browser's on top of it. */
function preventDefault(event: Event): void {
  event.preventDefault();
}

function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

define('portal-grid-menu', PortalGridMenu);

declare global {
  interface HTMLElementTagNameMap {
    'portal-grid-menu': PortalGridMenu;
  }
}

import { msg, str } from '@lit/localize';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { filterFields, isAsking } from './filter-fields.js';
import type { ShownColumn } from './column-layout.js';
import type { ColumnFilter } from './grid-view.js';
import type { GridRows } from './grid-rows.js';
import { placePopover } from './place-popover.js';
import type { ViewCommands } from './view-commands.js';

export interface ColumnMenuSource<Row> {
  readonly root: () => ParentNode;
  readonly rows: () => GridRows<Row> | undefined;
  readonly commands: ViewCommands<Row>;
  /** One step wider or narrower, and the width that fits what is seen. */
  readonly resize: (columnId: string, step: -1 | 1) => void;
  readonly fit: (columnId: string) => void;
  /** Gives the focus back to the column's header, or to what stands there now. */
  readonly focusHeader: (columnId: string) => void;
}

/** CSS pixels. */
const WIDTH = 264;

/** What can be done with one column: sort and filter by it, move, pin, hide and size it. */
export class ColumnMenu<Row> implements ReactiveController {
  /** The column whose menu is open. */
  openId: string | undefined;
  /** What is being asked for, as long as it asks for nothing yet: the view holds only filters that do. */
  #draft: ColumnFilter | undefined;
  #hadFocus = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: ColumnMenuSource<Row>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.openId = undefined;
  }

  async open(columnId: string): Promise<void> {
    this.openId = columnId;
    this.#draft = this.source.rows()?.view.filters[columnId];
    this.host.requestUpdate();
    await this.host.updateComplete;
    const popover = this.#popover;
    const anchor = this.source.root().querySelector(`.head [data-column="${CSS.escape(columnId)}"]`);
    if (popover === null || anchor === null) return;
    placePopover(popover, anchor.getBoundingClientRect(), WIDTH);
    popover.showPopover();
    popover.querySelector('button')?.focus();
  }

  render(): TemplateResult {
    const shown = this.source.commands.shown.find(({ column }) => column.id === this.openId);
    return html`<div
      class="popover column-menu"
      popover="auto"
      role="dialog"
      aria-label=${shown === undefined ? '' : msg(str`Column ${shown.column.label()}`)}
      @beforetoggle=${this.#onBeforeToggle}
      @toggle=${this.#onToggle}
    >
      ${shown === undefined ? nothing : this.#content(shown)}
    </div>`;
  }

  get #popover(): HTMLElement | null {
    return this.source.root().querySelector<HTMLElement>('.column-menu');
  }

  #content(shown: ShownColumn<Row>): TemplateResult {
    return html`<div class="group">${this.#sortButtons(shown.column.id)}</div>
      <div class="group fields">${this.#filter(shown)}</div>
      <div class="group">${this.#placeButtons(shown)}</div>
      <div class="group in-line" role="group" aria-label=${msg('Width')}>
        <span aria-hidden="true">${msg('Width')}</span> ${this.#widthButtons(shown.column.id)}
      </div>`;
  }

  #sortButtons(id: string): unknown[] {
    const { commands } = this.source;
    const key = commands.sortKeys.find((one) => one.id === id);
    const isAlone = key !== undefined && commands.sortKeys.length === 1;
    return [
      this.#button(msg('Sort ascending'), () => commands.setSort([{ id, isDescending: false }])),
      this.#button(msg('Sort descending'), () => commands.setSort([{ id, isDescending: true }])),
      key === undefined && commands.sortKeys.length > 0
        ? this.#button(msg('Then by this column'), () => commands.sortToo(id))
        : nothing,
      key !== undefined && !isAlone
        ? this.#button(msg('No longer sort by this column'), () =>
            commands.setSort(commands.sortKeys.filter((one) => one !== key)),
          )
        : nothing,
    ];
  }

  #filter({ column }: ShownColumn<Row>): TemplateResult {
    return filterFields(column, this.#draft, (filter) => {
      const wasAsking = this.#draft !== undefined && isAsking(this.#draft);
      this.#draft = filter ?? undefined;
      if (filter !== null && isAsking(filter)) this.source.commands.filter(column.id, filter);
      else if (wasAsking) this.source.commands.filter(column.id, null);
      this.host.requestUpdate();
    });
  }

  #placeButtons({ column, isPinned }: ShownColumn<Row>): unknown {
    if (column.isFixed) return nothing;
    const { commands } = this.source;
    const { id } = column;
    return [
      this.#button(isPinned ? msg('Do not pin') : msg('Pin at the start'), () =>
        commands.setPinned(id, !isPinned),
      ),
      this.#button(msg('Move towards the start'), () => commands.move(id, -1), true),
      this.#button(msg('Move towards the end'), () => commands.move(id, 1), true),
      column.isShownNow?.() ? nothing : this.#button(msg('Hide'), () => commands.setHidden(id, true)),
    ];
  }

  #widthButtons(id: string): TemplateResult[] {
    return [
      this.#button(msg('Narrower'), () => this.source.resize(id, -1), true),
      this.#button(msg('Wider'), () => this.source.resize(id, 1), true),
      this.#button(msg('Fit'), () => this.source.fit(id), true),
    ];
  }

  #button(label: string, run: () => void, staysOpen = false): TemplateResult {
    const choose = (): void => {
      run();
      if (!staysOpen) this.#popover?.hidePopover();
    };
    return html`<button type="button" class="item" @click=${choose}>${label}</button>`;
  }

  /** Before it closes the focus is still known: a click elsewhere has moved it, Escape has not. */
  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    this.#hadFocus = event.newState === 'closed' && this.#popover?.matches(':focus-within') === true;
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    const { openId } = this;
    if (event.newState !== 'closed' || openId === undefined) return;
    this.openId = undefined;
    this.host.requestUpdate();
    if (this.#hadFocus) this.source.focusHeader(openId);
  };
}

import { localized, msg } from '@lit/localize';
import {
  adoptStyles,
  html,
  nothing,
  supportsAdoptingStyleSheets,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import type { GridLayoutStore } from '../../contract/index.js';
import { gridLayoutContext } from '../shared/contexts.js';
import { Announcer, define, fileName, PortalElement, saveFile } from '../shared/index.js';
import { provided } from '../shared/provided.js';
import { columnChooser, exportMenu } from './column-chooser.js';
import { ColumnMenu } from './column-menu.js';
import { ColumnSizing } from './column-sizing.js';
import { dataGridStyles } from './data-grid.styles.js';
import { GridBody } from './grid-body.js';
import {
  countWords,
  filterChips,
  gridFoot,
  noRows,
  searchField,
  selectionBar,
  selectionWords,
} from './grid-frame.js';
import { gridHead } from './grid-head.js';
import { GridInput, type RowHandlers } from './grid-input.js';
import { gridCsv } from './grid-export.js';
import { GridLook } from './grid-look.js';
import type { GridRows } from './grid-rows.js';
import { GridSpeech } from './grid-speech.js';
import type { GridView } from './grid-view.js';
import { HeaderDragging } from './header-dragging.js';
import { LayoutMemory } from './layout-memory.js';
import { localLayouts } from './local-layouts.js';
import { RowSelecting } from './row-selecting.js';
import { ViewCommands } from './view-commands.js';

/**
 * Rows of any type in columns that can be sorted, filtered, chosen, moved, pinned and sized; 100,000 rows are fine.
 *
 * @summary Give it `rows` (a `GridRows`) and a `label`. It follows them by itself; call `refresh()` where cells depend on more.
 * @slot tools - Beside the search field.
 * @slot selection - What can be done with the selected rows; shown while there are any.
 * @slot empty - In place of rows where none fits.
 * @slot foot - After the count.
 * @csspart tools - Search, quick filters and buttons above a grid.
 * @csspart grid - The box of a grid that scrolls.
 * @csspart grid-header - The row of column headers.
 * @csspart header-cell - A column header.
 * @csspart grid-row - A row of a grid.
 * @csspart cell - A cell of a grid.
 * @csspart selection-bar - What can be done with selected rows.
 * @csspart foot - Count and order below a grid.
 * @csspart empty - In place of rows where there are none.
 */
@localized()
export class PortalDataGrid<Row = unknown> extends PortalElement {
  static override styles = dataGridStyles;

  /** What is shown, with its columns; the grid follows it by itself. */
  @property({ attribute: false }) rows?: GridRows<Row> | undefined;
  /** Names the grid, and the file of an export. */
  @property() label = '';
  /** Names the search field. */
  @property({ attribute: 'search-label' }) searchLabel = '';
  /** Rows can be selected. */
  @property({ type: Boolean }) selectable = false;
  /** Without search, column chooser and export. */
  @property({ type: Boolean }) plain = false;
  /** What happens when a row is activated, or its menu is asked for. */
  @property({ attribute: false }) handlers: RowHandlers<Row> = {};
  /** Class names for a row, which `cellStyles` know. */
  @property({ attribute: false }) rowClass: (row: Row) => string = () => '';
  /** How the owner's cells look: the rows stand in this element's shadow root. Set before it is shown. */
  @property({ attribute: false }) cellStyles: readonly CSSResultOrNative[] = [];
  /** "23 of 1,800 contacts"; by itself the grid only counts. */
  @property({ attribute: false }) countWords?: (() => string) | undefined;
  /** The name under which columns and order are remembered for this user; without one they are not. */
  @property({ attribute: 'grid-id' }) gridId = '';
  /** Where they are; set here, or for all elements below a `<portal-provider>`, otherwise the page's `localStorage`. */
  @provided(gridLayoutContext)
  @property({ attribute: false })
  layouts?: GridLayoutStore | undefined;

  readonly #announcer = new Announcer(this);
  readonly #speech = new GridSpeech(this, this.#announcer);
  readonly #commands = new ViewCommands<Row>({
    rows: () => this.rows,
    say: (sentence) => this.#speech.say(sentence),
    onOtherRows: (isCounted) => {
      this.toTop();
      if (isCounted) this.#speech.count(() => this.#countWords);
    },
  });
  readonly #look = new GridLook<Row>();
  readonly #body: GridBody<Row> = new GridBody<Row>(this, {
    root: () => this.renderRoot,
    rows: () => this.rows,
    look: () => this.#look.now,
    columns: () => this.#look.columnsWith(this.#dragging.preview),
  });
  readonly #selecting = new RowSelecting<Row>(
    () => this.rows,
    () => this.#speech.selection(() => this.#selectionWords),
  );
  readonly #sizing: ColumnSizing = new ColumnSizing({
    header: (id) => this.#body.cellAt({ row: 0, column: this.#placeOf(id) }),
    cells: (id) => this.#body.cellsOf(this.#placeOf(id)),
    resize: (id, width) => this.#commands.resize(id, width),
  });
  readonly #menu = new ColumnMenu<Row>(this, {
    root: () => this.renderRoot,
    rows: () => this.rows,
    commands: this.#commands,
    resize: this.#sizing.resizeBy,
    fit: this.#sizing.fit,
    focusHeader: (id) => this.#focusHeader(id),
  });
  readonly #dragging = new HeaderDragging(this, {
    head: () => this.renderRoot.querySelector<HTMLElement>('.head'),
    resize: (id, width) => this.#commands.resize(id, width),
    fit: this.#sizing.fit,
    move: (id, targetId) => this.#commands.moveTo(id, targetId),
    canMove: (id, targetId) => this.#commands.canMove(id, targetId),
  });
  readonly #input = new GridInput<Row>({
    body: this.#body,
    selecting: this.#selecting,
    isSelectable: () => this.selectable,
    handlers: () => this.handlers,
    header: {
      openMenu: (id) => void this.#menu.open(id),
      sortToo: (id) => this.#commands.sortToo(id),
      resize: this.#sizing.resizeBy,
      move: (id, step) => this.#commands.move(id, step),
    },
  });

  readonly #memory = new LayoutMemory<Row>(this, {
    rows: () => this.rows,
    source: () => ({ gridId: this.gridId, store: this.layouts ?? localLayouts }),
  });
  #unsubscribe: (() => void) | undefined;

  /**
   * How somebody looks at the grid, to be kept and set again: columns, order, filters, query. Goes before what is
   * remembered; what is no view (of an older version, say) is passed over.
   */
  get view(): GridView | undefined {
    return this.#memory.view;
  }
  set view(view: GridView | undefined) {
    this.#memory.view = view;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  /** Gives the focus to the cell that has the grid's position, for example after a dialog. */
  override focus(): void {
    this.#body.navigation.moveTo(this.#body.navigation.position);
  }

  /** Writes every cell that is seen again: something beside the rows has changed what columns say. */
  refresh(): void {
    this.#body.refresh();
    this.requestUpdate();
  }

  /** Back to the first row, because other rows are shown now. */
  toTop(): void {
    this.#body.toTop();
  }

  /** Goes to a cell: scrolls there and gives it the focus. False where the row isn't shown. */
  async goTo(key: number, columnId?: string): Promise<boolean> {
    await this.updateComplete;
    const row = (this.rows?.positionOf(key) ?? -1) + 1;
    if (row < 1) return false;
    const column = columnId === undefined ? this.#body.navigation.position.column : this.#placeOf(columnId);
    this.#body.navigation.moveTo({ row, column: Math.max(0, column) });
    return true;
  }

  /** Opens a cell's editor, as F2 does. False where there is nothing to edit. */
  async edit(key: number, columnId: string): Promise<boolean> {
    const column = this.rows?.columns.find(({ id }) => id === columnId);
    return (await this.goTo(key, columnId)) && column !== undefined && this.#body.editing.begin(key, column);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows')) this.#follow();
    const { rows, selectable: isSelectable, rowClass } = this;
    this.#look.renew({ rows, columns: this.#commands.shown, isSelectable, rowClass });
  }

  /** The owner's styles come last, so that they decide. Browsers that cannot adopt sheets have ours in place already. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const { elementStyles } = this.constructor as typeof PortalDataGrid;
    const own = supportsAdoptingStyleSheets ? elementStyles : [];
    if (root instanceof ShadowRoot) adoptStyles(root, [...own, ...this.cellStyles]);
    return root;
  }

  protected override render(): TemplateResult {
    const { rows } = this;
    if (rows === undefined) return html`${this.#announcer.region()}`;
    return html`<div class="probe" aria-hidden="true"></div>
      ${this.plain ? nothing : this.#tools(rows)} ${filterChips(rows, this.#commands)} ${this.#grid(rows)}
      ${rows.length === 0 ? noRows(this.#commands) : nothing}
      ${this.selectable ? selectionBar(rows) : nothing}
      ${gridFoot(rows, this.#countWords, this.#body.mostRows)} ${this.#menu.render()}
      ${this.#announcer.region()}`;
  }

  #tools(rows: GridRows<Row>): TemplateResult {
    return html`<div class="tools" part="tools">
      ${searchField(rows.view.query, this.searchLabel || msg('Search'), this.#commands)}
      <slot name="tools"></slot>
      <div class="tool-buttons">
        ${columnChooser(rows.columns, this.#commands)} ${exportMenu((hasHidden) => this.#export(hasHidden))}
      </div>
    </div>`;
  }

  #grid(rows: GridRows<Row>): TemplateResult {
    const { navigation, columnIds } = this.#body;
    const {
      onKeydown,
      onFocusin,
      onFocusout,
      onMousedown,
      onClick,
      onDblclick,
      onChange,
      onContextMenu,
      onPointerover,
    } = this.#input;
    const { onPointerdown, onPointermove, onPointerup, onDblclick: onHeadDblclick } = this.#dragging;
    // Firefox makes whatever scrolls a stop of the Tab key: the stop is a cell.
    return html`<div
      class="scroller"
      part="grid"
      role="grid"
      tabindex="-1"
      aria-label=${this.label}
      aria-rowcount=${rows.length + 1}
      aria-colcount=${columnIds.length}
      aria-multiselectable=${this.selectable ? 'true' : nothing}
      @keydown=${onKeydown}
      @focusin=${onFocusin}
      @focusout=${onFocusout}
      @mousedown=${onMousedown}
      @click=${onClick}
      @dblclick=${onDblclick}
      @change=${onChange}
      @contextmenu=${onContextMenu}
      @pointerover=${onPointerover}
    >
      <div class="sheet" role="presentation">
        <div
          class="head"
          role="rowgroup"
          @pointerdown=${onPointerdown}
          @pointermove=${onPointermove}
          @pointerup=${onPointerup}
          @pointercancel=${onPointerup}
          @dblclick=${onHeadDblclick}
        >
          ${gridHead({
            columns: this.#look.now.columns,
            sort: rows.view.sort,
            filters: rows.view.filters,
            selected: this.selectable ? rows.selection.shownState : undefined,
            isAt: (place) => navigation.isAt(0, place),
            onSort: (id, isToo) => (isToo ? this.#commands.sortToo(id) : this.#commands.sort(id)),
            onMenu: (id) => this.#openMenuOf(id),
            openMenu: this.#menu.openId,
          })}
        </div>
        <div class="rows" role="rowgroup"></div>
      </div>
    </div>`;
  }

  get #countWords(): string {
    if (this.countWords !== undefined) return this.countWords();
    return this.rows === undefined ? '' : countWords(this.rows);
  }

  get #selectionWords(): string {
    const selection = this.rows?.selection;
    return selection === undefined ? '' : selectionWords(selection.size, selection.shownSize);
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.isConnected ? this.rows?.subscribe(() => this.requestUpdate()) : undefined;
  }

  #placeOf(columnId: string): number {
    return this.#body.columnIds.indexOf(columnId);
  }

  #openMenuOf(columnId: string): void {
    this.#body.navigation.moveTo({ row: 0, column: this.#placeOf(columnId) });
    void this.#menu.open(columnId);
  }

  #focusHeader(columnId: string): void {
    const place = this.#placeOf(columnId);
    this.#body.navigation.moveTo({
      row: 0,
      column: place < 0 ? this.#body.navigation.position.column : place,
    });
  }

  #export(hasHidden: boolean): void {
    if (this.rows === undefined) return;
    void saveFile(
      fileName([this.label, new Date().toISOString().slice(0, 10)], 'csv'),
      gridCsv(this.rows, hasHidden),
    );
  }
}

define('portal-data-grid', PortalDataGrid);

declare global {
  interface HTMLElementTagNameMap {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a tag cannot name the type of its rows
    'portal-data-grid': PortalDataGrid<any>;
  }
}

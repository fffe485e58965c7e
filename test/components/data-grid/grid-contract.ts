/**
 * What every grid of ours owes to keyboards and screen readers: the data grid pattern of the ARIA practices, and what we
 * promise beyond it. It needs no test runner and no commands of one browser: whoever runs it brings the keys.
 */

/** A grid in the page: at least 60 rows, at least four columns that can be sorted by. */
export interface GridSubject {
  /** The root in which the element with the role grid stands. */
  readonly root: ShadowRoot;
  /** Counts as the grid should tell them, with the column of the boxes where there is one. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Resolves when everything that was asked for is drawn. */
  settle(): Promise<void>;
  /** Has more rows arrive, some of them before all others; resolves to the new count. */
  stream(): Promise<number>;
  /** Opens another one like it, in a page that runs from right to left. */
  turn(): Promise<void>;
}

export interface ContractTools {
  /** Presses real keys, as `{Shift>}{Tab}{/Shift}`. */
  readonly press: (keys: string) => Promise<void>;
  /** Whether the grid's rows can be selected: then a column of boxes comes first. */
  readonly isSelectable: boolean;
}

export interface ContractCase {
  readonly name: string;
  /** Owed only where rows can be selected. */
  readonly isAboutSelection?: boolean;
  readonly run: (grid: GridUnderTest) => Promise<void> | void;
}

/** A subject with eyes and hands. */
export class GridUnderTest {
  constructor(
    readonly subject: GridSubject,
    private readonly tools: ContractTools,
  ) {}

  get isSelectable(): boolean {
    return this.tools.isSelectable;
  }

  get grid(): HTMLElement {
    return this.get('[role=grid]');
  }

  /** ARIA's numbers of the column that names the rows, and of the one after it. */
  get column(): { readonly first: number; readonly second: number } {
    return this.isSelectable ? { first: 2, second: 3 } : { first: 1, second: 2 };
  }

  get rows(): HTMLElement[] {
    return this.all('[role=grid] [role=row][data-row]');
  }

  get focused(): Element | null {
    return this.subject.root.activeElement;
  }

  /** Where the focus is, as `row:column` in ARIA's numbers. */
  get place(): string {
    const cell = this.focused?.closest('[aria-colindex]');
    const row = cell?.closest('[aria-rowindex]');
    return `${row?.getAttribute('aria-rowindex') ?? '-'}:${cell?.getAttribute('aria-colindex') ?? '-'}`;
  }

  /** What the focused row is called. */
  get rowName(): string {
    return wordsOf(this.focused?.closest('[role=row]')?.querySelector('[role=rowheader]'));
  }

  get spoken(): string {
    return wordsOf(this.subject.root.querySelector('[aria-live]'));
  }

  get(selector: string): HTMLElement {
    const found = this.subject.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector}.`);
    return found;
  }

  all(selector: string): HTMLElement[] {
    return [...this.subject.root.querySelectorAll<HTMLElement>(selector)];
  }

  header(column: number): HTMLElement {
    return this.get(`[role=columnheader][aria-colindex="${column}"]`);
  }

  async press(keys: string): Promise<void> {
    await this.tools.press(keys);
    await this.subject.settle();
  }

  /** Enters the grid with the Tab key, as people do. */
  async enter(): Promise<void> {
    for (let tries = 0; tries < 30; tries += 1) {
      await this.press('{Tab}');
      if (this.focused?.closest('[role=grid]')) return;
    }
    throw new Error('The Tab key does not lead into the grid.');
  }

  async until(condition: () => boolean, what: string): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain: ${what}. Said: “${this.spoken}”. Focus at ${this.place}.`);
  }
}

/** What is owed by a grid whose rows can, or cannot, be selected. */
export function gridContract({ isSelectable }: Pick<ContractTools, 'isSelectable'>): ContractCase[] {
  return cases.filter(({ isAboutSelection = false }) => isSelectable || !isAboutSelection);
}

const cases: readonly ContractCase[] = [
  {
    name: 'is a grid with a name that counts its rows and columns',
    run: ({ grid, subject, isSelectable }) => {
      truth((grid.ariaLabel ?? '') !== '', 'the grid has a name');
      same(grid.ariaRowCount, String(subject.rowCount + 1), 'aria-rowcount');
      same(grid.ariaColCount, String(subject.columnCount), 'aria-colcount');
      same(grid.ariaMultiSelectable, isSelectable ? 'true' : null, 'aria-multiselectable');
    },
  },
  {
    name: 'numbers every row and cell that is there, and names each row',
    run: (under) => {
      const indices = under.rows.map(({ ariaRowIndex }) => Number(ariaRowIndex));
      same(
        indices,
        indices.map((_index, place) => place + 2),
        'aria-rowindex',
      );
      for (const row of under.rows) {
        const cells = [...row.children];
        same(
          cells.map((cell) => Number(cell.ariaColIndex)),
          numbersTo(under.subject.columnCount),
          'aria-colindex',
        );
        same(cells.filter(({ role }) => role === 'rowheader').length, 1, 'row headers');
        truth(
          cells.every(({ role }) => role === 'rowheader' || role === 'gridcell'),
          'roles of cells',
        );
        same(row.ariaSelected, under.isSelectable ? 'false' : null, 'aria-selected');
      }
      const heads = under.all('[role=columnheader]');
      same(heads.length, under.subject.columnCount, 'column headers');
      truth(
        heads.every(({ ariaLabel }) => (ariaLabel ?? '') !== ''),
        'column headers have names',
      );
    },
  },
  {
    name: 'is one stop of the Tab key, and begins at the first row',
    run: async (under) => {
      same(under.all('[role=grid] [tabindex="0"]').length, 1, 'elements in the tab order');
      await under.enter();
      same(under.place, `2:${under.column.first}`, 'where one comes in');
      await under.press('{Tab}');
      truth(!under.focused?.closest('[role=grid]'), 'one more Tab leaves the grid');
      await under.press('{Shift>}{Tab}{/Shift}');
      same(under.place, `2:${under.column.first}`, 'where one comes back to');
    },
  },
  {
    name: 'moves with the arrows, Home, End and Ctrl, and stops at the edges',
    run: async (under) => {
      const { rowCount, columnCount } = under.subject;
      await under.enter();
      const walk: readonly (readonly [string, string])[] = [
        ['{ArrowLeft}{ArrowLeft}', '2:1'],
        ['{ArrowDown}', '3:1'],
        ['{ArrowRight}', '3:2'],
        ['{End}', `3:${columnCount}`],
        ['{ArrowRight}', `3:${columnCount}`],
        ['{Home}', '3:1'],
        ['{ArrowUp}{ArrowUp}{ArrowUp}', '1:1'],
        ['{Control>}{End}{/Control}', `${rowCount + 1}:${columnCount}`],
        ['{ArrowDown}', `${rowCount + 1}:${columnCount}`],
        ['{Control>}{Home}{/Control}', '2:1'],
      ];
      for (const [keys, place] of walk) {
        await under.press(keys);
        same(under.place, place, keys);
      }
    },
  },
  {
    name: 'turns pages by what is seen',
    run: async (under) => {
      await under.enter();
      await under.press('{PageDown}');
      const row = Number(under.place.split(':')[0]);
      truth(row > 5 && row < under.rows.length + 2, `a page down leads to row ${row}`);
      await under.press('{PageUp}');
      same(under.place, `2:${under.column.first}`, 'and a page up back');
    },
  },
  {
    name: 'goes the other way from right to left',
    run: async (under) => {
      await under.subject.turn();
      await under.enter();
      await under.press('{ArrowLeft}');
      same(under.place, `2:${under.column.second}`, 'left is onwards');
      await under.press('{ArrowRight}{ArrowRight}{ArrowRight}');
      same(under.place, '2:1', 'right is back');
    },
  },
  {
    name: 'sorts with real buttons, says so, and by several columns with Shift',
    run: async (under) => {
      await under.enter();
      await under.press('{ArrowUp}{ArrowRight}');
      same(under.focused?.localName, 'button', 'the header’s button has the focus');
      await under.press('{Enter}');
      same(under.header(under.column.second).ariaSort, 'ascending', 'aria-sort');
      truth(under.spoken !== '', 'the order is said');
      await under.press('{Enter}');
      same(under.header(under.column.second).ariaSort, 'descending', 'aria-sort');
      await under.press('{ArrowRight}{Shift>}{Enter}{/Shift}');
      same(under.header(under.column.second + 1).ariaSort, 'ascending', 'aria-sort of the second');
      same(under.header(under.column.second).ariaSort, 'descending', 'aria-sort of the first');
      truth(wordsOf(under.header(under.column.second + 1)).includes('2'), 'its number in the order is shown');
      same(under.place, `1:${under.column.second + 1}`, 'the focus stays');
    },
  },
  {
    isAboutSelection: true,
    name: 'selects with Space, by ranges with Shift, and takes them back',
    run: async (under) => {
      await under.enter();
      await under.press(' ');
      same(selectedIn(under), [2], 'Space');
      await under.press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
      same(selectedIn(under), [2, 3, 4], 'Shift+Down twice');
      await under.press('{Shift>}{ArrowUp}{/Shift}');
      same(selectedIn(under), [2, 3], 'Shift+Up');
      same(under.place, `3:${under.column.first}`, 'the focus went along');
      await under.press('{ArrowDown}{Shift>} {/Shift}');
      same(selectedIn(under), [2, 3, 4], 'Shift+Space');
      await under.until(() => under.spoken.startsWith('3 '), 'the count is said');
    },
  },
  {
    isAboutSelection: true,
    name: 'selects everything with Ctrl+A and with the box in the header',
    run: async (under) => {
      const box = (): HTMLInputElement => under.get('[role=columnheader] input') as HTMLInputElement;
      await under.enter();
      await under.press(' ');
      truth(box().indeterminate, 'some are selected');
      await under.press('{Control>}a{/Control}');
      same(selectedIn(under).length, under.rows.length, 'all rows');
      truth(box().checked && !box().indeterminate, 'all are selected');
      await under.press('{Home}{ArrowUp}');
      same(under.focused, box(), 'the box has the focus');
      await under.press(' ');
      same(selectedIn(under), [], 'and none any more');
      truth(!box().checked && !box().indeterminate, 'none is selected');
    },
  },
  {
    isAboutSelection: true,
    name: 'keeps the selection with its row when others arrive and when it is sorted',
    run: async (under) => {
      await under.enter();
      await under.press('{ArrowDown}{ArrowDown} ');
      const { rowName } = under;
      await under.subject.stream();
      await under.subject.settle();
      same(under.focused?.closest('[role=row]')?.ariaSelected, 'true', 'it is still selected');
      under.header(under.column.first).querySelector('button')?.click();
      await under.subject.settle();
      same(selectedNames(under), [rowName], 'the selected row');
    },
  },
  {
    name: 'keeps the focus with its row when others arrive',
    run: async (under) => {
      await under.enter();
      await under.press('{ArrowDown}{ArrowDown}');
      const { rowName } = under;
      const rowCount = await under.subject.stream();
      await under.subject.settle();
      same(under.grid.ariaRowCount, String(rowCount + 1), 'aria-rowcount');
      same(under.rowName, rowName, 'the focused row');
      truth(under.place !== `4:${under.column.first}`, 'it has moved');
    },
  },
  {
    name: 'keeps the focused row in the page while one scrolls away',
    run: async (under) => {
      await under.enter();
      const { focused, rowName } = under;
      for (const top of [600, 1_500, 300, 0]) {
        under.grid.scrollTop = top;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        same(under.focused, focused, `the focus at ${top} px`);
        same(under.rowName, rowName, `its row at ${top} px`);
      }
    },
  },
  {
    name: 'opens a column’s menu with the keyboard, and returns with Escape',
    run: async (under) => {
      await under.enter();
      await under.press('{ArrowUp}{ArrowRight}{Alt>}{ArrowDown}{/Alt}');
      await under.until(() => under.focused?.closest('[role=dialog]') != null, 'the focus is in the menu');
      truth((under.focused?.closest('[role=dialog]')?.ariaLabel ?? '') !== '', 'the menu has a name');
      await under.press('{Escape}');
      await under.until(() => under.place === `1:${under.column.second}`, 'the focus is back');
    },
  },
  {
    name: 'sizes and moves columns with the keyboard, and says so',
    run: async (under) => {
      await under.enter();
      await under.press('{ArrowUp}{ArrowRight}');
      const before = under.header(under.column.second);
      const [name, width] = [before.ariaLabel, before.offsetWidth];
      await under.press('{Shift>}{ArrowRight}{/Shift}');
      same(under.header(under.column.second).offsetWidth, width + 16, 'its width');
      truth(under.spoken.includes(name ?? '?'), 'its width is said');
      await under.press('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
      same(under.header(under.column.second + 1).ariaLabel, name, 'its place');
      truth(under.spoken.includes(name ?? '?'), 'its place is said');
      same(under.place, `1:${under.column.second + 1}`, 'the focus went along');
    },
  },
  {
    name: 'says how many rows a search leaves',
    run: async (under) => {
      const { rowCount } = under.subject;
      const search = under.get('input[type=search]') as HTMLInputElement;
      search.value = wordsOf(under.rows[3]?.querySelector('[role=rowheader]'));
      search.dispatchEvent(new Event('input', { bubbles: true }));
      await under.subject.settle();
      const count = Number(under.grid.ariaRowCount) - 1;
      truth(count > 0 && count < rowCount, `${count} rows are left`);
      await under.until(() => under.spoken.includes(String(count)), 'the count is said');
    },
  },
];

function selectedIn(under: GridUnderTest): number[] {
  return under.rows
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map(({ ariaRowIndex }) => Number(ariaRowIndex));
}

function selectedNames(under: GridUnderTest): string[] {
  return under.rows
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map((row) => wordsOf(row.querySelector('[role=rowheader]')));
}

function wordsOf(element: Element | null | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_none, index) => index + 1);
}

function truth(is: boolean, what: string): void {
  if (!is) throw new Error(`Not so: ${what}.`);
}

function same(actual: unknown, expected: unknown, what: string): void {
  const isSame = Array.isArray(actual)
    ? JSON.stringify(actual) === JSON.stringify(expected)
    : actual === expected;
  if (!isSame) throw new Error(`${what}: ${words(actual)} instead of ${words(expected)}.`);
}

function words(value: unknown): string {
  return value instanceof Element ? value.outerHTML.slice(0, 120) : JSON.stringify(value);
}

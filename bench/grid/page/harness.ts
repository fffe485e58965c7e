import type { ContactRow } from '../../../src/model/index.js';
import { benchContacts, changedContact, QUERY } from '../contacts.js';
import { ROW_HEIGHT, type Contestant, type RowChange } from '../contestant.js';
import { afterFrame } from '../../page/frames.js';
import { findGeometry, type Geometry } from './geometry.js';
import { timeUntilRight } from '../../page/operation.js';
import { textAt } from '../../page/painted.js';
import { proveEnd, wrongAtTop, wrongBoxes, wrongCount, type ProvenColumn } from './proof.js';
import { scrollFrames, type ScrollFrames } from './scroll.js';
import { textsOf, truthOf, type Truth, type View } from './truth.js';

/** In this order, each in the state that the one before has left. */
export const steps = [
  'mount',
  'nothing',
  'sortAscending',
  'sortDescending',
  'filter',
  'clearFilter',
  'selectAll',
  'update',
] as const;
export type StepId = (typeof steps)[number];

/** In the page: a contestant, what it must show, and the measuring of it. */
export class Harness<Row> {
  readonly #contestant: Contestant<Row>;
  readonly #place: HTMLElement;
  readonly #patience: number;
  #rows: readonly Row[] = [];
  #changes: readonly RowChange<Row>[] = [];
  #changed: View | undefined;
  #truth: Truth | undefined;
  #geometry: Geometry | undefined;

  /** @param patience ms after which a step that does not show the right rows is given up. */
  constructor(contestant: Contestant<Row>, place: HTMLElement, patience = 15_000) {
    this.#contestant = contestant;
    this.#place = place;
    this.#patience = patience;
  }

  /** Makes the contacts in the contestant's form and works out what is right. Nothing of that is measured. */
  prepare(count: number, geometry?: Geometry): void {
    const contacts = benchContacts(count);
    this.#truth = truthOf(contacts);
    this.#changed = this.#change(this.#truth, contacts);
    this.#rows = contacts.map((contact) => this.#contestant.row(contact));
    this.#geometry = geometry;
  }

  /** Mounts and finds out where the contestant paints its columns and rows. */
  async calibrate(): Promise<Geometry> {
    this.#contestant.mount(this.#place, this.#rows);
    const [first, second] = this.#first.top;
    if (first === undefined || second === undefined) throw new Error('too few contacts');
    let error: unknown;
    for (let frame = 0; frame < 300; frame += 10) {
      for (let pause = 0; pause < 10; pause += 1) await afterFrame();
      try {
        return findGeometry(first, second, this.#contestant.scroller());
      } catch (thrown) {
        error = thrown;
      }
    }
    throw error;
  }

  /** Takes a step. Resolves to its ms, or to null where the contestant has no such thing. */
  async step(id: StepId): Promise<number | null> {
    const { selectAll } = this.#contestant;
    if (id === 'selectAll' && selectAll === undefined) return null;
    const wrong = id === 'selectAll' ? wrongBoxes(this.#known, false) : undefined;
    if (wrong !== undefined) throw new Error(`before ${id}: ${wrong}`);
    return timeUntilRight(this.#works[id], () => this.#wrongAfter(id), this.#patience).catch(
      (error: unknown) => {
        throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  }

  /** Looks where no step has looked: at the end of the list, and at what the contestant says of itself. Then scrolls back. */
  async prove(id: StepId): Promise<void> {
    if (id === 'nothing' || (id === 'selectAll' && this.#contestant.selectAll === undefined)) return;
    const count = this.#contestant.selectedCount();
    if (id === 'selectAll' && count !== this.#right.arrival.count)
      throw new Error(`it says ${count} rows are selected, not ${this.#right.arrival.count}`);
    const columns: ProvenColumn[] = id === 'update' ? ['title'] : ['name', 'email'];
    const isChecked = id === 'selectAll' ? { isChecked: true } : {};
    await proveEnd(this.#contestant, this.#known, { view: this.#viewAfter(id), columns, ...isChecked });
  }

  scroll(): Promise<ScrollFrames> {
    const { name, firstRow, rows } = this.#known;
    const lines = [0, Math.floor(rows / 2), rows - 1].map((row) => firstRow + row * ROW_HEIGHT);
    const isBlank = (): boolean => lines.some((y) => !textAt(name, y).includes(', '));
    return scrollFrames(this.#contestant.scroller(), isBlank);
  }

  readonly #works: Readonly<Record<StepId, () => void>> = {
    mount: () => this.#contestant.mount(this.#place, this.#rows),
    nothing: () => undefined,
    sortAscending: () => this.#contestant.sort('email', false),
    sortDescending: () => this.#contestant.sort('email', true),
    filter: () => this.#contestant.filter(QUERY),
    clearFilter: () => this.#contestant.filter(''),
    selectAll: () => this.#contestant.selectAll?.(),
    update: () => this.#contestant.update(this.#changes),
  };

  #wrongAfter(id: StepId): string | undefined {
    const view = this.#viewAfter(id);
    const columns: ProvenColumn[] = id === 'update' ? ['name', 'title'] : ['name', 'email'];
    const boxes = id === 'selectAll' ? wrongBoxes(this.#known, true) : undefined;
    return boxes ?? wrongAtTop(this.#known, view, columns) ?? wrongCount(this.#contestant.shownCount(), view);
  }

  #viewAfter(id: StepId): View {
    const { ascending, descending, filtered } = this.#right;
    switch (id) {
      case 'mount':
      case 'nothing':
        return this.#first;
      case 'sortAscending':
        return ascending;
      case 'filter':
        return filtered;
      case 'update':
        return this.#changed ?? descending;
      case 'sortDescending':
      case 'clearFilter':
      case 'selectAll':
        return descending;
    }
  }

  get #right(): Truth {
    if (this.#truth === undefined) throw new Error('nothing is prepared');
    return this.#truth;
  }

  get #known(): Geometry {
    if (this.#geometry === undefined) throw new Error('it is not known where the contestant paints its rows');
    return this.#geometry;
  }

  /** What is seen before anybody has sorted. */
  get #first(): View {
    return this.#right[this.#contestant.firstOrder];
  }

  /** Lets the contacts change that `truth` names, and tells how the list looks then. */
  #change(truth: Truth, contacts: readonly ContactRow[]): View {
    const changed = truth.changing.map((index, mark) => {
      const contact = contacts[index];
      if (contact === undefined) throw new Error(`no contact ${index}`);
      return { index, contact: changedContact(contact, mark) };
    });
    this.#changes = changed.map(({ index, contact }) => ({ index, row: this.#contestant.row(contact) }));
    const texts = changed.map(({ contact }) => textsOf(contact));
    const { count, top, bottom } = truth.descending;
    return { count, top: texts.slice(0, top.length), bottom: texts.slice(-bottom.length) };
  }
}

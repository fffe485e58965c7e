import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { benchContacts } from '../../../bench/grid/contacts.js';
import { comparePeers, holds, peerRow, type PeerRow } from '../../../bench/grid/peer-row.js';
import { ROW_HEIGHT, type Contestant, type RowChange } from '../../../bench/grid/contestant.js';
import { Harness, steps, type StepId } from '../../../bench/grid/page/harness.js';
import { timeUntilRight } from '../../../bench/page/operation.js';

const COUNT = 400;

/** A plain table with all rows in it: honest, if slow. Each test breaks one thing about it. */
class PlainTable implements Contestant<PeerRow> {
  readonly firstOrder = 'arrival';
  readonly row = peerRow;
  readonly #box = document.createElement('div');
  protected rows: PeerRow[] = [];
  protected shown: PeerRow[] = [];
  protected readonly selected = new Set<number>();
  #query = '';
  #compare: ((one: PeerRow, other: PeerRow) => number) | undefined;

  mount(place: HTMLElement, rows: readonly PeerRow[]): void {
    this.rows = [...rows];
    this.#box.style.cssText = 'block-size: 700px; overflow: auto; line-height: 36px';
    place.append(this.#box);
    this.arrange();
  }

  sort(column: 'name' | 'email', isDescending: boolean): void {
    const compare = comparePeers(column);
    this.#compare = isDescending ? (one, other) => compare(other, one) : compare;
    this.arrange();
  }

  filter(query: string): void {
    this.#query = query;
    this.arrange();
  }

  readonly selectAll = (): void => {
    for (const { id } of this.shown) this.selected.add(id);
    this.paint();
  };

  update(changes: readonly RowChange<PeerRow>[]): void {
    for (const { index, row } of changes) this.rows[index] = row;
    this.arrange();
  }

  shownCount(): number {
    return this.shown.length;
  }

  selectedCount(): number {
    return this.selected.size;
  }

  scroller(): HTMLElement {
    return this.#box;
  }

  protected arrange(): void {
    this.shown = this.rows.filter((row) => holds(row, this.#query));
    if (this.#compare !== undefined) this.shown.sort(this.#compare);
    this.paint();
  }

  protected paint(): void {
    this.#box.replaceChildren(...this.shown.map((row) => this.#line(row)));
  }

  #line(row: PeerRow): HTMLElement {
    const line = document.createElement('div');
    line.style.cssText = `display: flex; block-size: ${ROW_HEIGHT}px`;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = this.selected.has(row.id);
    const cells = [row.name, row.email, row.title].map((text) => {
      const cell = document.createElement('span');
      cell.style.cssText = 'inline-size: 320px; overflow: hidden; white-space: nowrap';
      cell.textContent = text;
      return cell;
    });
    line.append(box, ...cells);
    return line;
  }
}

/** Takes all steps. Resolves to those that were taken and proven. */
async function race(contestant: PlainTable): Promise<StepId[]> {
  const place = await fixture<HTMLElement>(
    html`<div style="position: fixed; inset: 0; inline-size: 1200px; z-index: 9"></div>`,
  );
  const calibrating = new PlainTable();
  const first = new Harness(calibrating, place);
  first.prepare(COUNT);
  const geometry = await first.calibrate();
  place.replaceChildren();
  const harness = new Harness(contestant, place, 1000);
  harness.prepare(COUNT, geometry);
  const done: StepId[] = [];
  for (const step of steps) {
    await harness.step(step);
    await harness.prove(step);
    done.push(step);
  }
  const { frames, blank } = await harness.scroll();
  expect(frames).toHaveLength(200);
  expect(blank).toBe(0);
  return done;
}

describe('the proofs of the grid bench', () => {
  it('let an honest grid through', async () => {
    expect(await race(new PlainTable())).toEqual([...steps]);
  });

  it('catch a grid that does not sort', async () => {
    class Unsorted extends PlainTable {
      override sort(): void {
        this.paint();
      }
    }
    await expect(race(new Unsorted())).rejects.toThrow(/^sortAscending: row 1 shows/);
  });

  it('catch a grid that shows the filtered rows and counts others', async () => {
    class Miscounting extends PlainTable {
      override shownCount(): number {
        return COUNT;
      }
    }
    await expect(race(new Miscounting())).rejects.toThrow(/^filter: it says it shows 400 rows/);
  });

  it('catch a grid that checks only the boxes that are seen', async () => {
    class SelectsSeen extends PlainTable {
      override readonly selectAll = (): void => {
        for (const { id } of this.shown.slice(0, 40)) this.selected.add(id);
        this.paint();
      };
      override selectedCount(): number {
        return COUNT;
      }
    }
    await expect(race(new SelectsSeen())).rejects.toThrow('the last box is wrong');
  });

  it('catch a grid that selects and does not say how many', async () => {
    class SelectsMore extends PlainTable {
      override selectedCount(): number {
        return COUNT - 1;
      }
    }
    await expect(race(new SelectsMore())).rejects.toThrow('it says 399 rows are selected');
  });

  it('catch a grid that updates only the rows that are seen', async () => {
    class UpdatesSeen extends PlainTable {
      override update(changes: readonly RowChange<PeerRow>[]): void {
        super.update(changes.slice(0, 40));
      }
    }
    await expect(race(new UpdatesSeen())).rejects.toThrow(/at the end of the list: the last row shows/);
  });
});

describe('a time', () => {
  it('ends with the frame that is right, not with the call', async () => {
    let isRight = false;
    const time = await timeUntilRight(
      () => void setTimeout(() => (isRight = true), 120),
      () => (isRight ? undefined : 'not yet'),
      5000,
    );
    expect(time).toBeGreaterThanOrEqual(100);
  });

  it('is refused with what was wrong to the last', async () => {
    await expect(
      timeUntilRight(
        () => undefined,
        () => 'still wrong',
        50,
      ),
    ).rejects.toThrow('still wrong');
  });
});

describe('the contacts of the bench', () => {
  it('are the same each time, most of them with a name of their own and all with an address of their own', () => {
    const contacts = benchContacts(2000);
    expect(benchContacts(2000)).toEqual(contacts);
    const rows = contacts.map(peerRow);
    expect(new Set(rows.map(({ email }) => email)).size).toBe(2000);
    expect(new Set(rows.map(({ name }) => name)).size).toBeGreaterThan(1300);
  });

  it('come to the same order by code units as by the collator', () => {
    const emails = benchContacts(2000).map(({ contact }) => contact.email ?? '');
    expect(emails.toSorted()).toEqual(emails.toSorted(new Intl.Collator('en').compare));
  });
});

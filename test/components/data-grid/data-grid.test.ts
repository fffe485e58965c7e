import { describe, expect, it } from 'vitest';
import { html } from 'lit';
import type { GridColumn } from '../../../src/components/data-grid/grid-column.js';
import type { Person } from './people.js';
import { columns, manyPeople, openPeople, waitUntil, type DataGridStage } from './stage.js';

function order(stage: DataGridStage): string[] {
  return [...stage.root.querySelectorAll('.head [data-column]')].map((cell) => cell.ariaLabel ?? '');
}

function drag(stage: DataGridStage, selector: string, by: number): void {
  const from = stage.get(selector);
  const { left, top, width, height } = from.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const send = (type: string, clientX: number): void => {
    from.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        composed: true,
        pointerId: 1,
        pointerType: 'mouse',
        clientX,
        clientY: y,
      }),
    );
  };
  // A pointer that no hand moves cannot be captured.
  stage.get('.head').setPointerCapture = () => undefined;
  send('pointerdown', x);
  send('pointermove', x + by / 2);
  send('pointermove', x + by);
  send('pointerup', x + by);
}

describe('<portal-data-grid> columns', () => {
  it('are hidden and shown by the chooser, and by their menu', async () => {
    const stage = await openPeople();
    await stage.openMenu('team');
    await stage.choose('Hide');
    expect(order(stage)).toEqual(['Name', 'Active', 'Born', 'Score']);
    expect(stage.get('[role=grid]').ariaColCount).toBe('5');
    expect(stage.cells('team')).toEqual([]);
    const boxes = [...stage.root.querySelectorAll<HTMLInputElement>('#chooser input')];
    expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [true, false],
      [true, false],
    ]);
    boxes[1]?.click();
    await stage.settle();
    expect(order(stage)).toEqual(['Name', 'Team', 'Active', 'Born', 'Score']);
    expect(stage.text('[aria-live]')).toBe('Team is shown.');
  });

  it('are pinned, and stay where they are while one scrolls sideways', async () => {
    const stage = await openPeople();
    stage.element.style.width = '460px';
    await stage.openMenu('score');
    await stage.choose('Pin at the start');
    expect(order(stage)).toEqual(['Name', 'Score', 'Team', 'Active', 'Born']);
    const cell = stage.get('.rows .cell.name');
    await waitUntil(() => stage.get('.scroller').scrollWidth > 470);
    stage.get('.scroller').scrollLeft = 0;
    const { left } = cell.getBoundingClientRect();
    const moving = stage.get('.rows .cell.team').getBoundingClientRect().left;
    stage.get('.scroller').scrollLeft = 60;
    expect(cell.getBoundingClientRect().left).toBe(left);
    expect(stage.get('.rows .cell.team').getBoundingClientRect().left).toBe(moving - 60);
  });

  it.each([
    ['fit', '1100px', 'ltr'],
    ['do not fit', '380px', 'ltr'],
    ['run from right to left', '380px', 'rtl'],
  ])('stand under their headers where they %s, also scrolled', async (_how, width, dir) => {
    const stage = await openPeople();
    stage.element.dir = dir;
    stage.element.style.width = width;
    const edges = (selector: string): number[][] =>
      [...stage.root.querySelectorAll(selector)].map((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        return [Math.round(left), Math.round(right)];
      });
    await waitUntil(() => stage.get('.scroller').clientWidth <= Number.parseInt(width));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const scrolled of [0, 70]) {
      stage.get('.scroller').scrollLeft = dir === 'rtl' ? -scrolled : scrolled;
      expect(edges('.head .cell')).toEqual(edges('.row[data-row="1"] .cell'));
    }
  });

  it('are sized by dragging their edge, never below the minimum, and fitted by a double click', async () => {
    const stage = await openPeople();
    const width = stage.get('.head .team').offsetWidth;
    drag(stage, '.head .team .grip', 50);
    await stage.settle();
    expect(stage.get('.head .team').offsetWidth).toBe(width + 50);
    expect(stage.rows.view.columns.find(({ id }) => id === 'team')?.width).toBe(width + 50);
    drag(stage, '.head .team .grip', -500);
    await stage.settle();
    expect(stage.get('.head .team').offsetWidth).toBe(40);
    stage
      .get('.head .name .grip')
      .dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    await stage.settle();
    const cell = stage.get('.rows .cell.name');
    expect(cell.scrollWidth).toBeLessThanOrEqual(cell.offsetWidth);
    expect(cell.offsetWidth).toBeLessThan(140);
    expect(stage.rows.view.sort).toEqual([]);
  });

  it('are moved by dragging, among their like, without sorting', async () => {
    const stage = await openPeople();
    drag(stage, '.head .team .sort', 110);
    await stage.settle();
    expect(order(stage)).toEqual(['Name', 'Active', 'Team', 'Born', 'Score']);
    drag(stage, '.head .active .sort, .head .isActive .sort', -110);
    await stage.settle();
    expect(order(stage)[0]).toBe('Name');
    expect(stage.rows.view.sort).toEqual([]);
  });
});

describe('<portal-data-grid> filters', () => {
  it('by text, with a chip that ends them', async () => {
    const stage = await openPeople();
    await stage.openMenu('name');
    await stage.enter('.column-menu select', 'starts');
    expect(stage.rows.view.filters).toEqual({});
    await stage.enter('.column-menu input', 'person 001');
    expect(stage.cells('name')).toEqual(Array.from({ length: 10 }, (_none, index) => `Person 001${index}`));
    expect(stage.text('.filter-chip')).toBe('Name begins with “person 001”');
    expect(stage.text('.foot')).toContain('10 of 200');
    await waitUntil(() => stage.text('[aria-live]').startsWith('10 of 200'));
    await stage.click('.filter-chip button');
    expect(stage.rows.length).toBe(200);
  });

  it('by choices, yes and no, numbers, days and emptiness', async () => {
    const stage = await openPeople();
    await stage.openMenu('team');
    await stage.enter('.column-menu select', 'choice');
    stage.get('.column-menu .choices input').click();
    await stage.settle();
    expect(new Set(stage.cells('team'))).toEqual(new Set(['A']));
    await stage.openMenu('isActive');
    await stage.enter('.column-menu select', 'no');
    expect(new Set(stage.cells('isActive'))).toEqual(new Set(['No']));
    await stage.openMenu('score');
    await stage.enter('.column-menu select', 'range');
    await stage.enter('.column-menu .bounds label:last-child input', '50');
    expect(Math.max(...stage.cells('score').map(Number))).toBeLessThanOrEqual(50);
    await stage.openMenu('born');
    await stage.enter('.column-menu select', 'range');
    await stage.enter('.column-menu .bounds label:first-child input', '1980-02-01');
    const { born } = stage.rows.view.filters;
    expect(born).toEqual({ kind: 'range', from: new Date(1980, 1, 1).getTime(), to: null });
    await stage.enter('.column-menu select', 'empty');
    expect(new Set(stage.cells('born'))).toEqual(new Set(['–']));
    expect(stage.root.querySelectorAll('.filter-chip')).toHaveLength(4);
    await stage.click('.filters .link-button');
    expect(stage.rows.length).toBe(200);
  });

  it('that leave nothing say so, and lead back', async () => {
    const stage = await openPeople();
    await stage.enter('input[type=search]', 'nobody');
    expect(stage.cells('name')).toEqual([]);
    await stage.click('.nothing button');
    expect(stage.rows.length).toBe(200);
  });
});

describe('<portal-data-grid> selection', () => {
  it('by clicks: a box, a range with Shift, one more with Ctrl', async () => {
    const stage = await openPeople();
    const box = (row: number): string => `.row[data-row="${row}"] .box input`;
    stage.get(box(2)).click();
    await stage.click('.row[data-row="5"] .name', { shiftKey: true });
    await stage.click('.row[data-row="9"] .team', { ctrlKey: true });
    expect(stage.rows.selection.keys()).toEqual([1, 2, 3, 4, 8]);
    expect(stage.text('.selection-bar strong')).toBe('5 selected');
    await stage.enter('input[type=search]', 'person 0008');
    expect(stage.text('.selection-bar strong')).toBe('5 selected, 4 of them not shown');
    await stage.click('.selection-bar .button');
    expect(stage.rows.selection.size).toBe(0);
  });

  it('of all takes what the filter shows', async () => {
    const stage = await openPeople();
    await stage.enter('input[type=search]', 'person 001');
    stage.get('.head .box input').click();
    await stage.settle();
    expect(stage.rows.length).toBe(11);
    expect(stage.rows.selection.size).toBe(11);
    await stage.enter('input[type=search]', '');
    expect(stage.rows.selection.size).toBe(11);
  });
});

describe('<portal-data-grid> cells', () => {
  it('are written where something changed, and nowhere else', async () => {
    const stage = await openPeople();
    const writes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => writes.push(...records));
    const observed = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(stage.get('.rows'), observed);
    const [third] = manyPeople(1, 2);
    if (third === undefined) throw new Error('There is nobody.');
    stage.rows.update({ ...third, team: 'a' });
    await stage.settle();
    await Promise.resolve();
    expect(writes.map(({ type, target }) => [type, target.textContent])).toEqual([['characterData', 'A']]);
    observer.disconnect();
  });

  it('are recycled: scrolling makes no new ones', async () => {
    const stage = await openPeople(manyPeople(5_000));
    const scroller = stage.get('.scroller');
    scroller.scrollTop = 4_000;
    scroller.dispatchEvent(new Event('scroll'));
    const before = new Set(stage.root.querySelectorAll('.rows .cell'));
    scroller.scrollTop = 90_000;
    scroller.dispatchEvent(new Event('scroll'));
    expect([...stage.root.querySelectorAll('.rows .cell')].every((cell) => before.has(cell))).toBe(true);
    expect(stage.cells('name')).toContain('Person 2500');
  });
});

describe('<portal-data-grid> editing', () => {
  interface Edited {
    readonly stage: DataGridStage;
    readonly saved: string[];
    readonly key: (key: string) => Promise<void>;
  }

  async function open(): Promise<Edited> {
    const saved: string[] = [];
    const edit: GridColumn<Person>['edit'] = ({ name }, show) => {
      let typed = name;
      return {
        render: () =>
          html`<input
            .value=${typed}
            aria-label="Name"
            aria-invalid=${typed === ''}
            @input=${(event: InputEvent) => {
              typed = (event.target as HTMLInputElement).value;
              show();
            }}
          />`,
        commit: () => {
          if (typed === '') return false;
          saved.push(typed);
          return true;
        },
        cancel: () => saved.push('cancelled'),
      };
    };
    const editable = columns.map((column) => (column.id === 'name' ? { ...column, edit } : column));
    const stage = await openPeople(manyPeople(300), editable);
    const key = async (pressed: string): Promise<void> => {
      stage.root.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: pressed, bubbles: true, composed: true, cancelable: true }),
      );
      await stage.settle();
    };
    stage.element.focus();
    await key('F2');
    return { stage, saved, key };
  }

  it('takes what was typed with Enter, and gives the focus back to the cell', async () => {
    const { stage, saved, key } = await open();
    expect(stage.root.activeElement?.localName).toBe('input');
    await stage.enter('.editing input', 'Somebody');
    await key('Enter');
    expect(saved).toEqual(['Somebody']);
    expect(stage.root.activeElement?.classList.contains('name')).toBe(true);
    expect(stage.text('.row[data-row="1"] .name')).toBe('Person 0000');
  });

  it('forgets it with Escape, and can begin again', async () => {
    const { stage, saved, key } = await open();
    await stage.enter('.editing input', 'Somebody');
    await key('Escape');
    expect(saved).toEqual(['cancelled']);
    expect(stage.root.querySelector('.editing')).toBe(null);
    expect(stage.text('.row[data-row="1"] .name')).toBe('Person 0000');
    await key('F2');
    expect(stage.get('.editing input')).toBe(stage.root.activeElement);
  });

  it('stays open with what was typed while that is wrong, wherever one goes', async () => {
    const { stage, saved, key } = await open();
    await stage.enter('.editing input', '');
    await key('Enter');
    expect(stage.get('.editing input').ariaInvalid).toBe('true');
    const scroller = stage.get('.scroller');
    stage.get('input[type=search]').focus();
    scroller.scrollTop = 6_000;
    scroller.dispatchEvent(new Event('scroll'));
    expect(stage.get('.editing input').isConnected).toBe(true);
    expect(saved).toEqual([]);
    await stage.enter('.editing input', 'Somebody');
    stage.get('.editing input').focus();
    stage.get('input[type=search]').focus();
    await stage.settle();
    expect(saved).toEqual(['Somebody']);
  });
});

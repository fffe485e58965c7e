import { describe, expect, it } from 'vitest';
import { GridNavigation, type GridPosition } from '../../../src/components/data-grid/grid-navigation.js';
import { ControllerHost } from '../contact-grid/controller-host.js';

interface Opened {
  readonly host: ControllerHost;
  readonly navigation: GridNavigation;
  readonly keys: number[];
  readonly press: (key: string, more?: KeyboardEventInit) => boolean;
  readonly focused: GridPosition[];
}

function open(keys: number[], isRtl = false, columns = ['a', 'b', 'c', 'd']): Opened {
  const host = new ControllerHost();
  const focused: GridPosition[] = [];
  const navigation = new GridNavigation(host, {
    rowCount: () => keys.length,
    columnIds: () => columns,
    firstColumn: () => 0,
    pageSize: () => 3,
    isRtl: () => isRtl,
    keyOf: (row) => keys[row - 1],
    rowOf: (key) => keys.indexOf(key) + 1,
    focusCell: (position) => focused.push(position),
  });
  host.update();
  const press = (key: string, more: KeyboardEventInit = {}): boolean => {
    const target = navigation.target(new KeyboardEvent('keydown', { key, ...more }));
    if (target !== undefined) navigation.moveTo(target);
    return target !== undefined;
  };
  return { host, navigation, keys, press, focused };
}

describe('the grid navigation', () => {
  it('begins at the first contact as soon as there is one', () => {
    const { host, navigation, keys } = open([]);
    expect(navigation.position).toEqual({ row: 0, column: 0 });
    keys.push(7, 8);
    host.update();
    expect(navigation.position).toEqual({ row: 1, column: 0 });
  });

  it('moves by key, never beyond the edges, and says so', () => {
    const { navigation, press } = open([1, 2, 3, 4, 5, 6]);
    const walk: readonly (readonly [string, KeyboardEventInit, number, number])[] = [
      ['ArrowDown', {}, 2, 0],
      ['PageDown', {}, 5, 0],
      ['PageDown', {}, 6, 0],
      ['End', {}, 6, 3],
      ['ArrowRight', {}, 6, 3],
      ['PageUp', {}, 3, 3],
      ['Home', { ctrlKey: true }, 1, 0],
      ['ArrowUp', {}, 0, 0],
      ['End', { ctrlKey: true }, 6, 3],
    ];
    for (const [key, more, row, column] of walk) {
      expect(press(key, more)).toBe(true);
      expect(navigation.position, key).toEqual({ row, column });
    }
  });

  it('leaves other keys to the page', () => {
    const { press, focused } = open([1, 2]);
    expect(press('a')).toBe(false);
    expect(press('Tab')).toBe(false);
    expect(focused).toEqual([]);
  });

  it('mirrors left and right', () => {
    const { navigation, press } = open([1], true);
    press('ArrowLeft');
    expect(navigation.position.column).toBe(1);
  });

  it('stays with its row when rows move, and near it when it goes', () => {
    const { host, navigation, keys, press } = open([1, 2, 3]);
    press('ArrowDown');
    keys.unshift(9, 8);
    host.update();
    expect(navigation.position.row).toBe(4);
    keys.splice(3, 1);
    host.update();
    expect(navigation.position.row).toBe(4);
    keys.length = 2;
    host.update();
    expect(navigation.position.row).toBe(2);
  });

  it('stays with its column when columns move', () => {
    const columns = ['a', 'b', 'c', 'd'];
    const { host, navigation, press } = open([1, 2], false, columns);
    press('ArrowRight');
    columns.unshift('new');
    host.update();
    expect(navigation.position).toEqual({ row: 1, column: 2 });
    columns.splice(2, 1);
    host.update();
    expect(navigation.position).toEqual({ row: 1, column: 2 });
  });
});

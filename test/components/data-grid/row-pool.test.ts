import { fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { RowPool, type PooledElement } from '../../../src/components/data-grid/row-pool.js';

function rowsOf(...keys: number[]): { key: number; index: number }[] {
  return keys.map((key, index) => ({ key, index }));
}

async function open(): Promise<{ pool: RowPool<PooledElement>; box: HTMLElement; shown: () => string[] }> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const pool = new RowPool<PooledElement>(
    () => ({ element: document.createElement('div') }),
    ({ key, index }, { element }) => render(html`<button>${key}@${index}</button>`, element),
  );
  return { pool, box, shown: () => [...box.children].map(({ textContent }) => textContent) };
}

describe('the row pool', () => {
  it('stands in the order of the rows, however they change', async () => {
    const { pool, box, shown } = await open();
    for (const keys of [[1, 2, 3], [2, 3, 4, 5], [5, 1, 2], [], [9, 8, 7, 1]]) {
      pool.show(rowsOf(...keys), box);
      expect(shown()).toEqual(keys.map((key, index) => `${key}@${index}`));
    }
  });

  it('gives the element of a row that leaves to one that comes, and moves no other', async () => {
    const { pool, box } = await open();
    pool.show(rowsOf(1, 2, 3), box);
    const before = [...box.children];
    pool.show(rowsOf(2, 3, 4), box);
    expect([...box.children]).toEqual([before[1], before[2], before[0]]);
  });

  it('leaves every element where it is while all rows become others, as by sorting', async () => {
    const { pool, box, shown } = await open();
    pool.show(rowsOf(1, 2, 3, 4), box);
    const before = [...box.children];
    const moves: MutationRecord[] = [];
    const watching = new MutationObserver((records) => moves.push(...records));
    watching.observe(box, { childList: true });
    for (const keys of [
      [8, 7, 6, 5],
      [12, 9, 10, 11],
    ]) {
      pool.show(rowsOf(...keys), box);
      expect([...box.children]).toEqual(before);
      expect(shown()).toEqual(keys.map((key, index) => `${key}@${index}`));
    }
    expect([...moves, ...watching.takeRecords()]).toEqual([]);
  });

  it('leaves the order for later where it is told so', async () => {
    const { pool, box, shown } = await open();
    pool.show(rowsOf(1, 2, 3), box);
    const before = [...box.children];
    pool.show(rowsOf(3, 4, 5), box, false);
    expect([...box.children]).toEqual(before);
    expect(shown().sort()).toEqual(['3@0', '4@1', '5@2']);
    pool.show(rowsOf(3, 4, 5), box);
    expect(shown()).toEqual(['3@0', '4@1', '5@2']);
  });

  it('never moves the element that has the focus', async () => {
    const { pool, box } = await open();
    pool.show(rowsOf(1, 2, 3, 4), box);
    const button = pool.elementOf(3)?.element.querySelector('button');
    button?.focus();
    for (const keys of [[3, 1, 2, 4], [9, 8, 3], [4, 3, 2, 1], [3]]) {
      pool.show(rowsOf(...keys), box);
      expect(document.activeElement).toBe(button);
    }
  });
});

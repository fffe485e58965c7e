import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { VirtualWindow } from '../../../src/components/data-grid/virtual-window.js';
import { ControllerHost } from '../contact-grid/controller-host.js';

interface Opened {
  readonly host: ControllerHost;
  readonly scroller: HTMLElement;
  readonly view: VirtualWindow;
  readonly moves: () => number;
}

/** A box of 360 px with a header of 32 over rows of 36. */
async function open(rowCount: number): Promise<Opened> {
  const scroller = await fixture<HTMLElement>(
    html`<div style="height: 360px; overflow: auto">
      <div style="height: ${32 + rowCount * 36}px"></div>
    </div>`,
  );
  const host = new ControllerHost();
  let moves = 0;
  const view = new VirtualWindow(host, {
    scroller: () => scroller,
    rowHeight: () => 36,
    headerHeight: () => 32,
    rowCount: () => rowCount,
    onMove: () => (moves += 1),
  });
  host.update();
  return { host, scroller, view, moves: () => moves };
}

describe('the virtual window', () => {
  it('covers what is seen and a few rows more, and no rows that do not exist', async () => {
    const { view } = await open(100_000);
    expect([view.start, view.end]).toEqual([0, 15]);
    expect(view.pageSize).toBe(9);
    const few = await open(3);
    expect([few.view.start, few.view.end]).toEqual([0, 3]);
    const none = await open(0);
    expect([none.view.start, none.view.end]).toEqual([0, 0]);
  });

  it('moves inside the scroll event, once per change', async () => {
    const { scroller, view, moves } = await open(1_000);
    scroller.scrollTop = 3_600;
    scroller.dispatchEvent(new Event('scroll'));
    expect([view.start, view.end]).toEqual([96, 115]);
    scroller.dispatchEvent(new Event('scroll'));
    expect(moves()).toBe(1);
    expect(view.topRow).toBe(100);
  });

  it('reveals a row with as little scrolling as possible', async () => {
    const { scroller, view } = await open(1_000);
    view.reveal(3);
    expect(scroller.scrollTop).toBe(0);
    view.reveal(20);
    expect(scroller.scrollTop).toBe(21 * 36 - (360 - 32));
    view.reveal(5);
    expect(scroller.scrollTop).toBe(5 * 36);
  });

  it('listens no more once its host has left', async () => {
    const { host, scroller, moves } = await open(1_000);
    host.disconnect();
    scroller.scrollTop = 3_600;
    scroller.dispatchEvent(new Event('scroll'));
    expect(moves()).toBe(0);
  });
});

import { ROW_HEIGHT, type Contestant } from '../contestant.js';
import { afterFrame } from '../../page/frames.js';
import type { Geometry, RowTexts } from './geometry.js';
import { isCheckedAt, textAt } from '../../page/painted.js';
import type { View } from './truth.js';

/** The column of a proof: which text a row must show there. */
export type ProvenColumn = 'name' | 'email' | 'title';

/** What is wrong with the rows painted at the top, in one sentence; undefined if they are the right ones. */
export function wrongAtTop(
  geometry: Geometry,
  view: View,
  columns: readonly ProvenColumn[],
): string | undefined {
  const last = Math.min(geometry.rows, view.count) - 1;
  for (const position of [0, 1, Math.floor(last / 2), last])
    for (const column of columns) {
      const shown = textAt(geometry[column], geometry.firstRow + position * ROW_HEIGHT);
      const right = view.top[position]?.[column];
      if (shown !== right)
        return `row ${position + 1} shows "${shown.slice(0, 80)}" as its ${column}, not "${String(right)}"`;
    }
  return undefined;
}

/** A grid that says another number of rows than there are. */
export function wrongCount(shown: number, view: View): string | undefined {
  return shown === view.count ? undefined : `it says it shows ${shown} rows, not ${view.count}`;
}

/** Whether the rows seen at the top are all (not) checked. */
export function wrongBoxes({ check, firstRow, rows }: Geometry, isChecked: boolean): string | undefined {
  if (check === null) return 'it has no check boxes';
  for (const position of [0, Math.floor(rows / 2), rows - 1]) {
    const found = isCheckedAt(check, firstRow + position * ROW_HEIGHT);
    if (found !== isChecked) return `the box of row ${position + 1} is ${boxWords(found)}`;
  }
  return undefined;
}

function boxWords(isChecked: boolean | undefined): string {
  if (isChecked === undefined) return 'not there';
  return isChecked ? 'checked' : 'not checked';
}

/** How many frames a grid may take to paint the other end of its list. */
const PATIENCE = 120;

/**
 * Looks at the end of the list, which no step shows: the rows there, and with `isChecked` their boxes, must be right too.
 * Goes back to the top. Throws with what is wrong.
 */
export async function proveEnd(
  contestant: Pick<Contestant<unknown>, 'scroller'>,
  geometry: Geometry,
  { view, columns, isChecked }: { view: View; columns: readonly ProvenColumn[]; isChecked?: boolean },
): Promise<void> {
  const scroller = contestant.scroller();
  let complaint: string | undefined;
  for (let frame = 0; frame < PATIENCE; frame += 1) {
    // Again in each frame: a grid may learn its whole height only when it gets there.
    scroller.scrollTop = scroller.scrollHeight;
    await afterFrame();
    complaint = wrongAtEnd(geometry, view.bottom, columns, isChecked);
    if (complaint === undefined) break;
  }
  await backToTop(scroller, geometry, view);
  if (complaint !== undefined) throw new Error(`at the end of the list: ${complaint}`);
}

/** Again in each frame here too: a grid with a scroll bar of its own may put the place back for a while. */
async function backToTop(scroller: HTMLElement, geometry: Geometry, view: View): Promise<void> {
  for (let frame = 0; frame < PATIENCE; frame += 1) {
    scroller.scrollTop = 0;
    await afterFrame();
    if (wrongAtTop(geometry, view, ['name']) === undefined) return;
  }
}

function wrongAtEnd(
  geometry: Geometry,
  bottom: readonly RowTexts[],
  columns: readonly ProvenColumn[],
  isChecked: boolean | undefined,
): string | undefined {
  const [before, last] = bottom;
  if (before === undefined || last === undefined) return 'there are no rows to be proven';
  const y = lineOf(geometry, last.name);
  if (y === undefined) return `the last row is not "${last.name}"`;
  for (const column of columns) {
    if (textAt(geometry[column], y) !== last[column])
      return `the last row shows "${textAt(geometry[column], y)}" as its ${column}, not "${last[column]}"`;
    if (textAt(geometry[column], y - ROW_HEIGHT) !== before[column]) return `the last but one is wrong`;
  }
  if (isChecked === undefined || geometry.check === null || isCheckedAt(geometry.check, y) === isChecked)
    return undefined;
  return 'the last box is wrong';
}

/** Where a name is painted in the lowest of the rows. */
function lineOf({ name, firstRow, rows }: Geometry, text: string): number | undefined {
  const lowest = firstRow + (rows + 1) * ROW_HEIGHT;
  for (let y = lowest; y > lowest - 3 * ROW_HEIGHT; y -= 4) if (textAt(name, y) === text) return y - 8;
  return undefined;
}

import { BOX, ROW_HEIGHT } from '../contestant.js';
import { isCheckedAt, textAt } from '../../page/painted.js';

/** Where a contestant paints what, in CSS pixels of the viewport, when it stands at the top. */
export interface Geometry {
  /** The middle of the first row. */
  readonly firstRow: number;
  /** How many rows are seen completely. */
  readonly rows: number;
  /** A point in each column, from the left; check null where there are no boxes. */
  readonly name: number;
  readonly email: number;
  readonly title: number;
  readonly check: number | null;
}

/** Texts of a row, as they must be painted. */
export interface RowTexts {
  readonly name: string;
  readonly email: string;
  readonly title: string;
}

/** Room in which contestants may put things of their own above their rows. */
const MOST_ABOVE = 300;

/** Finds a row by its texts. Throws where it is not painted. */
export function findGeometry(first: RowTexts, next: RowTexts, scroller: HTMLElement): Geometry {
  const [name, top] = findText(first.name);
  let bottom = top;
  while (textAt(name, bottom + 1) === first.name) bottom += 1;
  const firstRow = Math.round((top + bottom) / 2);
  if (textAt(name, firstRow + ROW_HEIGHT) !== next.name)
    throw new Error(`the second row says "${textAt(name, firstRow + ROW_HEIGHT)}", not "${next.name}"`);
  return {
    firstRow,
    rows: Math.floor((bottomOf(scroller) - firstRow) / ROW_HEIGHT + 0.5),
    name,
    email: findInRow(firstRow, first.email),
    title: findInRow(firstRow, first.title),
    check: columns().find((x) => isCheckedAt(x, firstRow) !== undefined) ?? null,
  };
}

function columns(): number[] {
  return Array.from({ length: BOX.width / 8 }, (_none, step) => step * 8 + 4);
}

/** The leftmost column and topmost line with exactly this text. */
function findText(text: string): [x: number, y: number] {
  for (let y = 1; y < MOST_ABOVE + ROW_HEIGHT; y += 2)
    for (const x of columns()) if (textAt(x, y) === text) return [x, y];
  throw new Error(`"${text}" is not painted`);
}

function findInRow(y: number, text: string): number {
  const found = columns().find((x) => textAt(x, y) === text);
  if (found === undefined) throw new Error(`"${text}" is not painted in the first row`);
  return found;
}

/** Where the rows end, above a scroll bar that lies across. */
function bottomOf(scroller: HTMLElement): number {
  return scroller.getBoundingClientRect().top + scroller.clientHeight;
}

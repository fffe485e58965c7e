/** The innermost element that is painted at a point of the viewport, looked for through open shadow roots. */
export function elementAt(x: number, y: number): Element | null {
  let root: DocumentOrShadowRoot = document;
  let found: Element | null = null;
  for (;;) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (inner === null || inner === found) return found;
    found = inner;
    if (inner.shadowRoot === null) return found;
    root = inner.shadowRoot;
  }
}

/** The text painted at a point: that of the cell there, or of what stands in it. */
export function textAt(x: number, y: number): string {
  return elementAt(x, y)?.textContent.trim() ?? '';
}

/** How far above a point its cell's check box may be found. */
const NEAR = 4;

/** Whether the box at a point is checked; undefined where there is none. */
export function isCheckedAt(x: number, y: number): boolean | undefined {
  let element = elementAt(x, y);
  for (let step = 0; element !== null && step < NEAR; step += 1) {
    const box = boxIn(element);
    if (box instanceof HTMLInputElement) return box.checked;
    if (box !== undefined) return box.ariaChecked === 'true';
    element = parentOf(element);
  }
  return undefined;
}

const BOX = 'input[type=checkbox], [role=checkbox]';

/** The one box in an element. Where there are several, it is no cell. */
function boxIn(element: Element): Element | undefined {
  if (element.matches(BOX)) return element;
  const boxes = element.querySelectorAll(BOX);
  return boxes.length === 1 ? boxes[0] : undefined;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

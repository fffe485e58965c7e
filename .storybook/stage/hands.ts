/** ms. How long a story waits for something before it says that it is missing. */
const PATIENCE = 5000;

/** An element of ours stands for what is inside it, and for what it was given as children. */
function insideOf(place: ParentNode): ParentNode[] {
  return place instanceof Element && place.shadowRoot !== null ? [place.shadowRoot, place] : [place];
}

/** Level by level, so that what stands outside is found before its like further in. */
function findInside(place: ParentNode, selector: string): Element | undefined {
  let level: ParentNode[] = insideOf(place);
  while (level.length > 0) {
    for (const one of level) {
      const found = one.querySelector(selector);
      if (found !== null) return found;
    }
    level = level.flatMap((one) =>
      [...one.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
    );
  }
  return undefined;
}

/**
 * Waits for an element inside another, however deep in the elements in it. Throws after five seconds.
 *
 * @param path selectors, each looked for inside what the one before it found.
 */
export async function found<E extends HTMLElement = HTMLElement>(
  place: ParentNode,
  ...path: readonly [string, ...string[]]
): Promise<E> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const one = path.reduce<ParentNode | undefined>(
      (outer, selector) => outer && findInside(outer, selector),
      place,
    );
    if (one !== undefined) return one as E;
    if (performance.now() > end) throw new Error(`The story waited in vain for ${path.join(' in ')}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export async function press(place: ParentNode, ...path: readonly [string, ...string[]]): Promise<void> {
  (await found(place, ...path)).click();
}

export function pressKey(element: HTMLElement, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

/** Types into a field as a whole. */
export function enter(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export async function choose(place: ParentNode, selector: string, value: string): Promise<void> {
  const list = await found<HTMLSelectElement>(place, selector);
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

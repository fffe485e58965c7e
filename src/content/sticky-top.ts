import type { Lifetime } from './lifetime.js';

/** ms between two looks while the page scrolls. */
const PACE = 200;

/** The share of the window's height that a bar may take; what takes more is no bar, but lies over the page for a while. */
const LARGEST = 0.4;

/**
 * Calls back with the height (px) of the page's bars that stay at the upper edge, over our block, while it scrolls: what we
 * lead to must come to stand below them. It looks only while somebody scrolls and the block is there to be covered.
 */
export function onStickyTopChange(
  page: Document,
  lifetime: Lifetime,
  block: () => HTMLElement | undefined,
  callback: (height: number) => void,
): void {
  let isWaiting = false;
  let told = 0;

  function look(edge: number): void {
    isWaiting = false;
    const element = block();
    if (element?.isConnected !== true) return;
    const height = coveredHeight(page, element, edge);
    if (height === undefined || height === told) return;
    told = height;
    callback(height);
  }

  const onScroll = ({ target }: Event): void => {
    if (isWaiting) return;
    isWaiting = true;
    const edge = target instanceof Element ? Math.max(0, target.getBoundingClientRect().top) : 0;
    lifetime.later(() => look(edge), PACE);
  };
  // The PSA scrolls parts of its pages, and their events do not bubble.
  page.addEventListener('scroll', onScroll, { capture: true, passive: true, signal: lifetime.signal });
}

/** Undefined where the block does not reach the edge, so that nothing can be told. */
function coveredHeight(page: Document, block: HTMLElement, edge: number): number | undefined {
  const { top, bottom, left, width } = block.getBoundingClientRect();
  const most = page.documentElement.clientHeight * LARGEST;
  if (top > edge || bottom < edge + most) return undefined;
  for (const element of page.elementsFromPoint(left + width / 2, edge + 1)) {
    if (element !== block && element.contains(block)) break;
    const bar = element === block ? undefined : barOf(element, block);
    const height = bar === undefined ? 0 : Math.round(bar.getBoundingClientRect().bottom - edge);
    if (height > 0 && height <= most) return height;
  }
  return 0;
}

/** What keeps the element in place: itself or one around it, as long as that is not around the block too. */
function barOf(element: Element, block: HTMLElement): Element | undefined {
  for (let one: Element | null = element; one !== null && !one.contains(block); one = one.parentElement) {
    if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) return one;
  }
  return undefined;
}

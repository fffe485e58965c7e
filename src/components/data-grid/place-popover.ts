/** Distance that a popover keeps to its anchor and to the edges of the viewport, in CSS pixels. */
const GAP = 4;
const EDGE = 8;
/** Less room than this below the anchor, and the popover opens above it, where there is more. */
const ENOUGH = 260;

/**
 * Puts a popover of a known width at an anchor, inside the viewport, before it is shown: measuring it afterwards would
 * let it flicker. Physical on purpose: where there is room does not depend on the direction of the text.
 */
export function placePopover(popover: HTMLElement, anchor: DOMRect, width: number): void {
  const left = popover.matches(':dir(rtl)') ? anchor.right - width : anchor.left;
  const below = innerHeight - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const isBelow = below >= Math.min(ENOUGH, above);
  Object.assign(popover.style, {
    left: `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`,
    inlineSize: `${Math.min(width, innerWidth - 2 * EDGE)}px`,
    top: isBelow ? `${anchor.bottom + GAP}px` : 'auto',
    bottom: isBelow ? 'auto' : `${innerHeight - anchor.top + GAP}px`,
    maxBlockSize: `${Math.max(120, isBelow ? below : above)}px`,
  });
}

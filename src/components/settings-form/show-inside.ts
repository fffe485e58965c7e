/**
 * Moves the focus to something inside an element and brings its row into sight; what is disabled or only told takes no focus,
 * and its row does. Does nothing where there is none.
 */
export function showInside(root: ParentNode, selector: string, block: ScrollLogicalPosition): void {
  const found = root.querySelector<HTMLElement>(selector);
  const row = found?.closest<HTMLElement>('.row');
  found?.focus({ preventScroll: true });
  if (row && !row.matches(':focus-within')) {
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  }
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  (row ?? found)?.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' });
}

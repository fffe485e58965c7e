/** Moves the focus to something inside an element and brings its row into sight. Does nothing where there is none. */
export function showInside(root: ParentNode, selector: string, block: ScrollLogicalPosition): void {
  const found = root.querySelector<HTMLElement>(selector);
  found?.focus({ preventScroll: true });
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  (found?.closest('.row') ?? found)?.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' });
}

/** Where letters are typed, or choose something themselves. */
const TAKES_LETTERS =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable], [role^="menu"], [role="listbox"], [role="option"]';

/** Key events that were pressed in such a place, or in a dialog that stands over everything. */
const taken = new WeakSet<Event>();

/**
 * Notes where a key was pressed. Each of our roots listens with it, since a listener further out does not see into a closed
 * root: for it the key was pressed on the element itself.
 */
export function noteKeyTarget(event: Event): void {
  const [target] = event.composedPath();
  const isTyped = target instanceof Element && target.matches(TAKES_LETTERS);
  const isInDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement && node.open);
  if (isTyped || isInDialog) taken.add(event);
}

/** Whether a letter key may be a shortcut: nobody is typing, no dialog is open over it, nothing else has used it. */
export function mayBeShortcut(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !event.isComposing && !taken.has(event);
}

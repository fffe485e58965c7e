import { SAVE_CAPTION } from './anchors.js';
import * as selectors from './selectors.js';

/**
 * Whether the page lets its own user change the settings (S15): an editor of its form, or its Save, is enabled. The
 * vendor does not document how the page looks to somebody without the permission, so anything that is switched off
 * counts, in either generation of markup, and so does a form that shows texts instead of editors.
 *
 * Single locked fields (the portal switch while Taskfire is active) or a Save that waits for a first change leave the
 * page editable: one enabled thing is enough. A page with nothing enabled, or nothing known, is not: a person who may
 * write loses a moment by that, one who may not would gain what the PSA denies them.
 */
export function isPageEditable(page: Document): boolean {
  return editors(page).some(isEnabled) || saveButtons(page).some(isEnabled);
}

/** Editors of the page's own form. A grid's search boxes and page sizes work for everybody. */
function editors(page: Document): Element[] {
  return Array.from(page.querySelectorAll(selectors.EDITOR)).filter(
    (editor) => editor.closest(selectors.OWN_FORM) !== null && editor.closest(selectors.GRID) === null,
  );
}

function saveButtons(page: Document): Element[] {
  const buttons = Array.from(page.querySelectorAll(selectors.BUTTON));
  return buttons.filter((button) => SAVE_CAPTION.test(captionOf(button)));
}

function captionOf(button: Element): string {
  return button instanceof HTMLInputElement ? button.value.trim() : button.textContent.trim();
}

function isEnabled(element: Element): boolean {
  return element.closest(selectors.SWITCHED_OFF) === null;
}

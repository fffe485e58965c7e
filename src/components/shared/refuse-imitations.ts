/** What hands do. Browsers say of each such event whether a user caused it or a script. */
const DEEDS = [
  'click',
  'dblclick',
  'contextmenu',
  'pointerdown',
  'mousedown',
  'keydown',
  'input',
  'change',
] as const;

/**
 * Keeps scripts from working the controls in a root. A closed root does not do that everywhere: Firefox hands its nodes
 * out, in `event.originalTarget` and in the selection, and whoever has a button can click it.
 */
export function refuseImitations(root: EventTarget): void {
  for (const type of DEEDS) root.addEventListener(type, refuseUnlessTrusted, { capture: true });
}

function refuseUnlessTrusted(event: Event): void {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

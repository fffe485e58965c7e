import { setHiddenValue } from './hidden-value.js';

/** Switches a check box, a `.TabIndexHack`, unless it is disabled. */
export function toggle(box: Element): void {
  if (box.classList.contains('Disabled')) return;
  const isChecked = !box.classList.contains('Checked');
  box.classList.toggle('Checked', isChecked);
  box.classList.toggle('Unchecked', !isChecked);
  box.setAttribute('aria-checked', String(isChecked));
  setHiddenValue(box.parentElement, String(isChecked));
}

/** Sets what the form will send for a widget, and tells it as a user's change would be told. */
export function setHiddenValue(widget: Element | null, value: string): void {
  const input = widget?.querySelector('input');
  if (input === undefined || input === null || input.value === value) return;
  input.value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What the form will send under a name; undefined where no widget has it. */
export function hiddenValue(name: string): string | undefined {
  return document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`)?.value;
}

const menu = (): HTMLElement | null => document.querySelector('.GridContextMenu');

/** Opens the grid's menu for the row under the pointer. */
export function openGridMenu(event: MouseEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-edit]') : null;
  const [shown, link] = [menu(), menu()?.querySelector('a')];
  if (row === null || shown === null || link === null || link === undefined) return;
  link.href = row.dataset.edit ?? '';
  shown.style.left = `${event.clientX}px`;
  shown.style.top = `${event.clientY}px`;
  shown.hidden = false;
  event.preventDefault();
}

export function closeGridMenu(): void {
  const shown = menu();
  if (shown !== null) shown.hidden = true;
}

import { setHiddenValue } from './hidden-value.js';

/** A `.SingleItemSelector2` and what it is made of. */
export class PickList {
  private readonly display: Element;
  private readonly overlay: HTMLElement;
  private readonly items: HTMLElement[];

  constructor(private readonly root: Element) {
    const display = root.querySelector('.SelectionDisplay');
    const overlay = root.querySelector<HTMLElement>('.SingleItemSelectorDropDownOverlay');
    if (display === null || overlay === null) throw new Error('not a pick list');
    this.display = display;
    this.overlay = overlay;
    this.items = [...overlay.querySelectorAll<HTMLElement>('.ItemList > .Item')];
  }

  get isOpen(): boolean {
    return !this.overlay.hidden;
  }

  set isOpen(isOpen: boolean) {
    if (isOpen && this.isDisabled) return;
    this.overlay.hidden = !isOpen;
    this.display.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.mark(this.chosen ?? this.items[0]);
  }

  get isDisabled(): boolean {
    return this.root.classList.contains('Disabled');
  }

  set isDisabled(isDisabled: boolean) {
    this.root.classList.toggle('Disabled', isDisabled);
    this.display.setAttribute('aria-disabled', String(isDisabled));
  }

  chooseItem(item: HTMLElement): void {
    const shown = this.display.querySelector<HTMLElement>('.Item');
    if (shown === null) return;
    shown.textContent = item.textContent.trim();
    shown.dataset.itemType = 'Value';
    this.isOpen = false;
    setHiddenValue(this.root, item.dataset.value ?? '');
  }

  chooseValue(value: string): void {
    const item = this.items.find((one) => one.dataset.value === value);
    if (item !== undefined) this.chooseItem(item);
  }

  /** Arrows move, Enter and Space choose, Escape closes; any of the others opens. */
  press(key: string): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const active = this.items.find((item) => item.classList.contains('Active'));
    if (key === 'Escape') this.isOpen = false;
    else if (!this.isOpen) this.isOpen = true;
    else if (step !== undefined) this.moveBy(step);
    else if (active !== undefined) this.chooseItem(active);
  }

  private get chosen(): HTMLElement | undefined {
    const value = this.root.querySelector('input')?.value;
    return this.items.find((item) => item.dataset.value === value);
  }

  private moveBy(step: number): void {
    const at = this.items.findIndex((item) => item.classList.contains('Active'));
    this.mark(this.items[Math.min(this.items.length - 1, Math.max(0, at + step))]);
  }

  private mark(current: HTMLElement | undefined): void {
    for (const item of this.items) item.classList.toggle('Active', item === current);
    current?.scrollIntoView({ block: 'nearest' });
  }
}

import { toggle } from './check-box.js';
import { applyDependencies } from './dependencies.js';
import { closeGridMenu, openGridMenu } from './grid-menu.js';
import { PickList } from './pick-list.js';

/** Brings the widgets of an inner page to life, by delegation: the page may replace any of them. */
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const root = target.closest('.SingleItemSelector2');
  closeLists(root);
  closeGridMenu();
  if (root !== null) clickList(new PickList(root), target);
  else pressWidget(target);
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  const root = target.closest('.SingleItemSelector2');
  const isActivation = key === 'Enter' || key === ' ';
  if (root !== null && (isActivation || ['ArrowDown', 'ArrowUp', 'Escape'].includes(key)))
    new PickList(root).press(key);
  else if (isActivation && target.matches('.TabIndexHack, .Button2')) pressWidget(target);
  else return;
  event.preventDefault();
});

document.addEventListener('contextmenu', openGridMenu);
document.addEventListener('change', applyDependencies);
applyDependencies();

function clickList(list: PickList, target: Element): void {
  const item = target.closest<HTMLElement>('.ItemList > .Item');
  if (item === null) list.isOpen = !list.isOpen;
  else list.chooseItem(item);
}

function closeLists(except: Element | null): void {
  for (const root of document.querySelectorAll('.SingleItemSelector2'))
    if (root !== except) new PickList(root).isOpen = false;
}

function pressWidget(target: Element): void {
  const box = target.closest('.Checkbox2 > .TabIndexHack');
  const button = target.closest<HTMLElement>('.Button2');
  if (box !== null) toggle(box);
  else if (button?.dataset.action === 'submit')
    document.querySelector<HTMLFormElement>('form[method="post"]')?.requestSubmit();
  else if (button?.dataset.href !== undefined) location.assign(button.dataset.href);
}

import { hiddenValue } from './hidden-value.js';
import { PickList } from './pick-list.js';

/** Shows, hides and forces the parts of the page whose attributes say on which value they depend (`name=value`). */
export function applyDependencies(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-shown-when]'))
    part.hidden = !holds(part.dataset.shownWhen);
  for (const part of document.querySelectorAll<HTMLElement>('[data-forced-when]')) {
    const root = part.querySelector('.SingleItemSelector2');
    if (root === null) continue;
    const list = new PickList(root);
    const isForced = holds(part.dataset.forcedWhen);
    if (isForced) list.chooseValue(part.dataset.forcedValue ?? '');
    list.isDisabled = isForced || part.dataset.mayEdit !== 'true';
  }
}

function holds(condition = ''): boolean {
  const [name = '', value] = condition.split('=');
  return hiddenValue(name) === value;
}

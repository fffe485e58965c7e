import { allFields, type SettingField } from '../../../src/components/company-settings/setting-fields.js';
import { isSameSetting } from '../../../src/model/index.js';
import { elementAt } from '../../page/painted.js';
import type { FormContestant, Scene } from '../contestant.js';

/** What every contestant has to show by the same means; the others have controls of their own kind. */
const compared: readonly SettingField[] = allFields().filter(
  ({ key, control }) => (control === 'switch' || control === 'choice') && !isHiddenAtFirst(key),
);

/** E2, E3: shown only with early access on. */
function isHiddenAtFirst(key: string): boolean {
  return key === 'preventLegacyPortal' || key === 'firstExperience';
}

/** What is not right yet about the painted form; undefined where all is. */
export function wrongForm(contestant: FormContestant, { settings }: Scene): string | undefined {
  for (const field of compared) {
    const control = contestant.control(field.key);
    if (control === undefined) return `no control for ${field.label}`;
    const wanted = field.control === 'switch' ? settings[field.key] : labelOf(field, settings[field.key]);
    const shown = contestant.shown(field.key);
    if (shown !== wanted) return `${field.label} shows ${String(shown)}, not ${JSON.stringify(wanted)}`;
    if (!isPainted(control)) return `${field.label} is not painted`;
  }
  return undefined;
}

/** What is not right yet about the count of changes. */
export function wrongBar(contestant: FormContestant, count: number): string | undefined {
  const bar = contestant.bar();
  if (bar === undefined) return 'no bar';
  if (!isPainted(bar)) return 'the bar is not painted';
  return bar.textContent.includes(String(count)) ? undefined : `the bar says "${bar.textContent.trim()}"`;
}

function labelOf(field: SettingField, value: unknown): string | undefined {
  return field.choices.find(({ change }) => isSameSetting(change[field.key], value as never))?.label;
}

/** Whether the middle of an element's box is its own in the painted page, looked for through open shadow roots. */
function isPainted(element: HTMLElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  let at: Node | null = elementAt(left + width / 2, top + height / 2);
  while (at !== null && at !== element) at = at instanceof ShadowRoot ? at.host : at.parentNode;
  return at === element;
}

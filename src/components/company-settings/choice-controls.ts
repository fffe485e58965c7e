import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isSameSetting, type SomeSettings } from '../../model/index.js';
import type { Choice } from './setting-fields.js';
import { controlId, type ControlContext } from './settings-page.js';

/** One line of a select. `value` is what drivers and styles see; what it does is in `change`. */
export interface SelectOption extends Choice {
  readonly value: string;
  readonly isSelected: boolean;
}

/** A native select: in the browser's own list one can type to find, and every screen reader knows it. */
export function selectControl(
  { field, page, describedBy, isDisabled, isInvalid }: ControlContext,
  options: readonly SelectOption[],
  content: unknown = options.map(optionTemplate),
): TemplateResult {
  const choose = (event: Event): void => {
    const { selectedIndex } = event.target as HTMLSelectElement;
    const chosen = options[selectedIndex];
    if (chosen !== undefined) page.edit(chosen.change);
  };
  return html`<select
    id=${controlId(field.key)}
    aria-describedby=${describedBy}
    aria-invalid=${isInvalid}
    ?disabled=${isDisabled}
    @change=${choose}
  >
    ${content}
  </select>`;
}

export function optionTemplate({ value, label, isSelected }: SelectOption): TemplateResult {
  return html`<option value=${value} .selected=${live(isSelected)}>${label}</option>`;
}

/** A choice among a few named values. */
export function choiceControl(context: ControlContext): TemplateResult {
  const { field, page } = context;
  const now = page.draft.current[field.key];
  const options = field.choices.map((choice) => ({
    ...choice,
    value: textOf(choice.change[field.key]) ?? choice.label,
    isSelected: isSameSetting(choice.change[field.key], now),
  }));
  return selectControl(context, options);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** On or off. The word beside it is for those who cannot tell the position or the colour. */
export function switchControl({
  field,
  page,
  describedBy,
  isDisabled,
  isInvalid,
}: ControlContext): TemplateResult {
  const [on, off] = field.choices;
  const isOn = page.draft.current[field.key] === true;
  const toggle = (event: Event): void => {
    const change: SomeSettings | undefined = (event.target as HTMLInputElement).checked
      ? on?.change
      : off?.change;
    if (change !== undefined) page.edit(change);
  };
  return html`<span class="switch-line">
    <input
      type="checkbox"
      class="switch"
      id=${controlId(field.key)}
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid}
      ?disabled=${isDisabled}
      .checked=${live(isOn)}
      @change=${toggle}
    />
    <span aria-hidden="true">${isOn ? on?.label : off?.label}</span>
  </span>`;
}

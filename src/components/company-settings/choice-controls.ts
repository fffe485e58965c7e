import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isSameSetting, type SomeSettings } from '../../model/index.js';
import { selectControl } from '../settings-form/index.js';
import type { ControlContext } from './settings-page.js';

/** A choice among a few named values. */
export function choiceControl(context: ControlContext): TemplateResult {
  const { field, page } = context;
  const now = page.draft.current[field.key];
  const options = field.choices.map((choice) => ({
    label: choice.label,
    choose: () => page.edit(choice.change),
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
  id,
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
      id=${id}
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid}
      ?disabled=${isDisabled}
      .checked=${live(isOn)}
      @change=${toggle}
    />
    <span aria-hidden="true">${isOn ? on?.label : off?.label}</span>
  </span>`;
}

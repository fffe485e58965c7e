import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What every control of a row has. */
export interface ControlParts {
  /** Where the row's label points to. */
  readonly id: string;
  /** Ids of the texts that explain the control. */
  readonly describedBy: string;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
}

/** One line of a select. `value` is what drivers and styles see. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
  readonly choose: () => void;
}

/** A native select: in the browser's own list one can type to find, and every screen reader knows it. */
export function selectControl(
  { id, describedBy, isDisabled, isInvalid }: ControlParts,
  options: readonly SelectOption[],
  content: unknown = options.map(optionTemplate),
): TemplateResult {
  const choose = (event: Event): void => options[(event.target as HTMLSelectElement).selectedIndex]?.choose();
  return html`<select
    id=${id}
    aria-describedby=${describedBy}
    aria-invalid=${isInvalid}
    ?disabled=${isDisabled}
    @change=${choose}
  >
    ${content}
  </select>`;
}

export function optionTemplate({
  value,
  label,
  isSelected,
}: Pick<SelectOption, 'value' | 'label' | 'isSelected'>): TemplateResult {
  return html`<option value=${value} .selected=${live(isSelected)}>${label}</option>`;
}

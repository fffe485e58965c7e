import { html, nothing, type TemplateResult } from 'lit';

export interface FormFieldParts {
  readonly id: string;
  readonly label: string;
  readonly control: (describedBy: string, isInvalid: 'true' | undefined) => TemplateResult;
  readonly hint?: unknown;
  readonly problem: string | undefined;
}

/** A labelled control with what helps to fill it in and what is wrong with it, both read out with it. */
export function formField({ id, label, control, hint, problem }: FormFieldParts): TemplateResult {
  const isInvalid = problem === undefined ? undefined : 'true';
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control(`${id}-hint ${id}-problem`, isInvalid)}
    <p id="${id}-hint" class="hint">${hint ?? nothing}</p>
    <p id="${id}-problem" class="problem">${problem ?? nothing}</p>
  </div>`;
}

/** What was typed or chosen. */
export function fieldText(event: Event): string {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    ? event.target.value
    : '';
}

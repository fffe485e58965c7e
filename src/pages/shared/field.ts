import { html, nothing, type TemplateResult } from 'lit';

export interface TextFieldView {
  /** Its id and its name. */
  readonly name: string;
  readonly label: string;
  /** One sentence that helps before anything is wrong. */
  readonly hint?: unknown;
  /** What is wrong; '' = nothing. */
  readonly problem?: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly placeholder?: string;
  /** For password managers; by default they keep out. */
  readonly autocomplete?: 'off' | 'new-password' | 'current-password';
  readonly isHidden?: boolean;
}

/** A text field with its label, hint and problem, all tied together. `value` is where it starts, not what it must be. */
export function textField(field: TextFieldView): TemplateResult {
  const { name, label, hint, problem = '', type = 'text', value = '', placeholder = '' } = field;
  return html`<div class="field" ?hidden=${field.isHidden === true}>
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      value=${value}
      placeholder=${placeholder}
      autocomplete=${field.autocomplete ?? 'off'}
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${problem === '' ? 'false' : 'true'}
      aria-describedby="${name}-hint ${name}-problem"
    />
    <p id="${name}-hint" class="hint">${hint ?? nothing}</p>
    <p id="${name}-problem" class="problem">${problem}</p>
  </div>`;
}

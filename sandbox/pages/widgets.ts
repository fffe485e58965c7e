import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';

/** Escaped HTML. */
export type Markup = ReturnType<typeof html>;

/** `z` and 32 hex digits, new on each load, as the vendor's pages have them (public extensions for them agree on it). */
export const vendorId = (): string => `z${randomBytes(16).toString('hex')}`;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Control {
  readonly name: string;
  readonly isDisabled: boolean;
  /** Id of the label. */
  readonly labelId: string;
}

/** A label and, as its next sibling, the editor. */
export function editor(label: string, control: (labelId: string) => Markup): Markup {
  const labelId = vendorId();
  return html`<div class="EditorLabelContainer1">
      <div class="LabelContainer1">
        <div class="Text"><span class="PrimaryText" id="${labelId}">${label}</span></div>
      </div>
    </div>
    ${control(labelId)}`;
}

/** A label and a text that cannot be edited. */
export function readOnlyData(label: string, value: Markup | string): Markup {
  return html`<div class="ReadOnlyData">
    <div class="ReadOnlyLabelContainer"><span class="PrimaryText">${label}</span></div>
    <div class="ReadOnlyValueContainer"><div class="Value">${value}</div></div>
  </div>`;
}

/** No native check box: a styled element that carries its state as a class. The hidden input is what the form sends. */
export function checkbox(control: Control & { readonly isChecked: boolean }): Markup {
  const { name, isChecked, isDisabled, labelId } = control;
  const state = `${isChecked ? 'Checked' : 'Unchecked'}${isDisabled ? ' Disabled' : ''}`;
  return html`<div class="Checkbox2" id="${vendorId()}">
    <div
      class="TabIndexHack ${state}"
      tabindex="${isDisabled ? '-1' : '0'}"
      role="checkbox"
      aria-checked="${String(isChecked)}"
      aria-disabled="${String(isDisabled)}"
      aria-labelledby="${labelId}"
    ></div>
    ${isDisabled ? '' : html`<input type="hidden" name="${name}" value="${String(isChecked)}" />`}
  </div>`;
}

/**
 * A pick list: the shown value and a list that opens over the page. The vendor's items carry an index only;
 * `data-value` is what this sandbox's form needs to send, and no program may rely on it.
 */
export function selector(
  control: Control & { readonly value: string; readonly choices: readonly Choice[] },
): Markup {
  const { name, value, choices, isDisabled, labelId } = control;
  const shown = choices.find((choice) => choice.value === value);
  const type = shown === undefined ? 'Default' : 'Value';
  return html`<div class="SingleItemSelector2 Size1 ${isDisabled ? 'Disabled' : ''}" id="${vendorId()}">
    <div
      class="SelectionDisplay"
      tabindex="${isDisabled ? '-1' : '0'}"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded="false"
      aria-disabled="${String(isDisabled)}"
      aria-labelledby="${labelId}"
    >
      <div class="Item" data-item-type="${type}">${shown?.label ?? ''}</div>
    </div>
    <div class="SingleItemSelectorDropDownOverlay" hidden>
      <div class="ItemList" role="listbox" aria-labelledby="${labelId}">
        ${choices.map(
          (choice, index) =>
            html`<div class="Item" role="option" data-index="${index}" data-value="${choice.value}">
              ${choice.label}
            </div>`,
        )}
      </div>
    </div>
    <input type="hidden" name="${name}" value="${value}" ${isDisabled ? 'disabled' : ''} />
  </div>`;
}

/** A line of text. */
export function textBox(
  control: Control & { readonly value: string; readonly type?: 'text' | 'password'; readonly hint?: string },
): Markup {
  const { name, value, isDisabled, labelId, type = 'text', hint = '' } = control;
  return html`<div class="TextBox2 Size1" id="${vendorId()}">
    <input
      type="${type}"
      name="${name}"
      value="${value}"
      aria-labelledby="${labelId}"
      title="${hint}"
      autocomplete="off"
      ${isDisabled ? 'disabled' : ''}
    />
  </div>`;
}

/** A tool-bar button. Enabled ones send the page's form, unless they lead somewhere. */
export function toolBarButton(
  label: string,
  options: { readonly isDisabled?: boolean; readonly href?: string; readonly title?: string } = {},
): Markup {
  const { isDisabled = false, href, title = '' } = options;
  const target = href === undefined ? html`data-action="submit"` : html`data-href="${href}"`;
  return html`<div class="ToolBarItem">
    <div
      class="Button2 ButtonIcon2 ${isDisabled ? 'Disabled2' : ''}"
      id="${vendorId()}"
      tabindex="0"
      role="button"
      aria-disabled="${String(isDisabled)}"
      title="${title}"
      ${isDisabled ? '' : target}
    >
      <div class="Text2">${label}</div>
    </div>
  </div>`;
}

/** A part of a page under a heading. */
export function section(heading: string, content: Markup): Markup {
  return html`<div class="DetailsSection">
    <div class="CollapsibleSectionContainer">
      <div class="HeadingContainer"><div class="Heading Text">${heading}</div></div>
      <div class="Normal Section"><div class="ContentContainer">${content}</div></div>
    </div>
  </div>`;
}

/** A message above the form. */
export function messageBar(kind: 'Confirmation' | 'Warning', text: string): Markup {
  return html`<div class="MessageBarContainer">
    <div class="MessageBar MessageBar${kind}" role="status"><div class="Text">${text}</div></div>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';

/** What stands in a row. */
export interface RowParts {
  /** Names the row for drivers and for the ids of its texts. */
  readonly key: string;
  readonly label: string;
  /** The control that the label names; undefined where there is none to change. */
  readonly controlId?: string | undefined;
  /** One or two sentences on what it does. */
  readonly help: unknown;
  readonly control: unknown;
  /** Under the control: what is wrong, why it is locked, what it was, where the value comes from. */
  readonly notes?: unknown;
  readonly isChanged?: boolean;
}

/** One setting, one row: name and sentence at the start, the control at the same place in every row. */
export function rowFrame({
  key,
  label,
  controlId,
  help,
  control,
  notes,
  isChanged = false,
}: RowParts): TemplateResult {
  return html`<div class=${classMap({ row: true, changed: isChanged })} part="row" data-setting=${key}>
    <div class="about">
      ${
        controlId === undefined
          ? html`<span class="name" part="label">${label}</span>`
          : html`<label class="name" part="label" for=${controlId}>${label}</label>`
      }
      <p id=${helpId(key)} part="help">${help}</p>
    </div>
    <div class="control" part="control">
      ${control}
      ${notes === undefined ? nothing : html`<div id=${notesId(key)} class="notes" part="notes">${notes}</div>`}
    </div>
  </div>`;
}

/** For `aria-describedby` of a row's control. */
export function describedBy(key: string): string {
  return `${helpId(key)} ${notesId(key)}`;
}

const helpId = (key: string): string => `${key}-help`;
const notesId = (key: string): string => `${key}-notes`;

/** A button that looks like a link, because it stands in a sentence. */
export function linkButton(label: string, act: () => void, name?: string): TemplateResult {
  return html`<button type="button" class="link-button" aria-label=${name ?? nothing} @click=${act}>
    ${label}
  </button>`;
}

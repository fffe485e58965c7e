import '@ui5/webcomponents/dist/Button.js';
import '@ui5/webcomponents/dist/Option.js';
import '@ui5/webcomponents/dist/Select.js';
import '@ui5/webcomponents/dist/Switch.js';
import type Select from '@ui5/webcomponents/dist/Select.js';
import type Switch from '@ui5/webcomponents/dist/Switch.js';
import { html } from 'lit';
import './form.css';
import { PeerForm } from './peer-form.js';

const root = (control: HTMLElement, selector: string): HTMLElement | null | undefined =>
  control.shadowRoot?.querySelector<HTMLElement>(selector);

export const contestant = new PeerForm({
  switchOf: (key, isOn, change) =>
    html`<ui5-switch
      id=${key}
      .checked=${isOn}
      @change=${(event: Event) => change((event.target as Switch).checked)}
    ></ui5-switch>`,
  choiceOf: (key, choices, value, change) =>
    html`<ui5-select
      id=${key}
      .value=${value}
      @change=${(event: Event) => change((event.target as Select).value)}
    >
      ${choices.map((choice) => html`<ui5-option value=${choice.value}>${choice.label}</ui5-option>`)}
    </ui5-select>`,
  button: (label, isPrimary, press) =>
    html`<ui5-button design=${isPrimary ? 'Emphasized' : 'Default'} @click=${press}>${label}</ui5-button>`,
  shown: (control) =>
    control.localName === 'ui5-switch'
      ? root(control, '[role=switch]')?.ariaChecked === 'true'
      : root(control, '[role=combobox]')?.textContent.trim(),
  press: (control) => root(control, '[role=switch]')?.click(),
});

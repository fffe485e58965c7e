import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js';
import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js';
import { html } from 'lit';
import './form.css';
import { PeerForm } from './peer-form.js';

export const contestant = new PeerForm({
  switchOf: (key, isOn, change) =>
    html`<wa-switch
      id=${key}
      size="small"
      .checked=${isOn}
      @change=${(event: Event) => change((event.target as WaSwitch).checked)}
    ></wa-switch>`,
  choiceOf: (key, choices, value, change) =>
    html`<wa-select
      id=${key}
      size="small"
      .value=${value}
      @change=${(event: Event) => change(String((event.target as WaSelect).value))}
    >
      ${choices.map((choice) => html`<wa-option value=${choice.value}>${choice.label}</wa-option>`)}
    </wa-select>`,
  button: (label, isPrimary, press) =>
    html`<wa-button size="small" variant=${isPrimary ? 'brand' : 'neutral'} @click=${press}
      >${label}</wa-button
    >`,
  shown: (control) =>
    control.localName === 'wa-switch'
      ? control.shadowRoot?.querySelector<HTMLInputElement>('input')?.checked
      : control.shadowRoot?.querySelector<HTMLInputElement>('[part~=display-input]')?.value,
  press: (control) => control.shadowRoot?.querySelector<HTMLInputElement>('input')?.click(),
});

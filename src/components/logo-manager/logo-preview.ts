import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Logo, LogoSlot } from '../../model/index.js';
import './logo-picture.js';

export type Ground = 'light' | 'dark';

/** A logo where it will be seen. */
export interface Preview {
  readonly slot: LogoSlot;
  /** null where the vendor's own is shown, which we do not have. */
  readonly logo: Logo | null;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  readonly ground: Ground;
  /** Where it comes from, or what would become of it. */
  readonly caption: unknown;
}

/** A drawing of the page with the logo in it. The drawing only shows where: the portal's real pages look different. */
export function logoPreview({ slot, logo, label, ground, caption }: Preview): TemplateResult {
  const picture =
    logo === null
      ? html`<span class="vendor">${msg('Logo of the PSA vendor')}</span>`
      : html`<portal-logo-picture .logo=${logo} label=${label}></portal-logo-picture>`;
  return html`<figure>
    <div class="stage ${slot} ${ground}" part="preview">
      ${slot === 'login' ? loginPage(picture) : portalPage(picture)}
    </div>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

const line = (size: string): TemplateResult => html`<i class="line ${size}" aria-hidden="true"></i>`;

function loginPage(picture: TemplateResult): TemplateResult {
  return html`<div class="sheet">
    ${picture} ${line('field')} ${line('field')} ${line('action')} ${line('short')}
  </div>`;
}

function portalPage(picture: TemplateResult): TemplateResult {
  return html`<div class="bar">${picture} ${line('tab')} ${line('tab')} ${line('round')}</div>
    <div class="page">${line('long')} ${line('long')} ${line('short')} ${nothing}</div>`;
}

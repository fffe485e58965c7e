import { localized, msg } from '@lit/localize';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Logo } from '../../model/index.js';
import { define, PortalElement } from '../shared/index.js';
import { decodedLogo } from './logo-file.js';

/**
 * A logo on a canvas: an image element would need an address, which the policy of a page around us may forbid.
 *
 * @summary Give it a `logo` and what it is in words as `label`; its box decides how large the picture is at most.
 */
@localized()
export class PortalLogoPicture extends PortalElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center start;
      min-inline-size: 0;
      container-type: normal;
    }
    canvas {
      display: block;
      max-inline-size: 100%;
      max-block-size: var(--_logo-height, 80px);
      object-fit: contain;
    }
    p {
      margin: 0;
      font-size: var(--_small);
    }
  `;

  @property({ attribute: false }) logo: Logo | undefined;
  @property() label = '';
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;
  @state() private isBroken = false;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('logo')) void this.#draw();
  }

  protected override render(): TemplateResult {
    if (this.isBroken) return html`<p>${msg('The browser cannot show this picture.')}</p>`;
    return html`<canvas role="img" aria-label=${this.label} width="1" height="1"></canvas>`;
  }

  async #draw(): Promise<void> {
    const { logo } = this;
    const bitmap = logo && (await decodedLogo(logo));
    if (logo !== this.logo) return;
    this.isBroken = logo !== undefined && bitmap === undefined;
    await this.updateComplete;
    const { canvas } = this;
    if (bitmap === undefined || canvas === null) return;
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
  }
}

define('portal-logo-picture', PortalLogoPicture);

declare global {
  interface HTMLElementTagNameMap {
    'portal-logo-picture': PortalLogoPicture;
  }
}

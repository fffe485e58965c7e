import { localized, msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define, PortalElement, styled } from '../../components/shared/index.js';
import type { Threshold } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';

/** From here on we slow down, so that others who use the tenant's API are not locked out with us. */
const SLOW_FROM = 0.5;

/** How much of the hourly threshold of the tenant's API is used, as a sentence with a bar. */
@localized()
export class PortalThresholdMeter extends PortalElement {
  static override styles = [
    css`
      .bar {
        position: relative;
        block-size: 6px;
        max-inline-size: 420px;
        margin-block: 2px 6px;
        border-radius: var(--_radius-pill);
        background: color-mix(in srgb, var(--_text) 10%, transparent);
        overflow: clip;
      }
      .used {
        block-size: 100%;
        background: var(--_good);
      }
      .used.slow {
        background: var(--_warn);
      }
      .bar::after {
        content: '';
        position: absolute;
        inset-block: 0;
        inset-inline-start: 50%;
        inline-size: 2px;
        background: var(--_surface);
      }
      p {
        margin: 0;
        max-inline-size: 72ch;
      }
      @media (forced-colors: active) {
        .bar {
          border: 1px solid;
        }
        .used,
        .used.slow {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) threshold?: Threshold | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (this.threshold === undefined) return nothing;
    const { used, limit } = this.threshold;
    const share = limit > 0 ? Math.min(1, used / limit) : 1;
    const number = new Intl.NumberFormat(portalLocale());
    const [usedText, limitText] = [number.format(used), number.format(limit)];
    return html`<div class="bar" aria-hidden="true">
        <div
          class="used ${share >= SLOW_FROM ? 'slow' : ''}"
          ${styled({ 'inline-size': `${share * 100}%` })}
        ></div>
      </div>
      <p>
        ${msg(
          str`${usedText} of ${limitText} requests used in this hour by everything that uses your tenant’s API.`,
        )}
        ${
          share >= SLOW_FROM
            ? msg('More than half is used, so the extension works more slowly now.')
            : msg('From half on the extension slows down.')
        }
      </p>`;
  }
}

define('portal-threshold-meter', PortalThresholdMeter);

declare global {
  interface HTMLElementTagNameMap {
    'portal-threshold-meter': PortalThresholdMeter;
  }
}

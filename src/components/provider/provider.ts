import { provide } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { GridLayoutStore, PageMemory, PortalAdmin, PortalJobs } from '../../contract/index.js';
import {
  define,
  gridLayoutContext,
  jobsContext,
  pageMemoryContext,
  portalAdminContext,
  shadowRootMode,
} from '../shared/index.js';

/**
 * Gives all portal elements inside it what they need, however deep they stand and whenever they come. What is set on an element itself
 * counts more. It has no look of its own: what is inside stands as if it were not there.
 *
 * @summary Put it around the elements and set `admin`, once.
 * @slot - The portal elements, and anything around them.
 */
export class PortalProvider extends LitElement {
  // No base of ours: its theme would colour what the application puts inside.
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    mode: shadowRootMode(),
  };
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Who fulfils what the elements show and do: `portalService(…)`, `memoryPortal()`, or an object of your own. */
  @provide({ context: portalAdminContext })
  @property({ attribute: false })
  admin?: PortalAdmin | undefined;

  /** Who runs changes of many contacts; without, they can be planned but not started. */
  @provide({ context: jobsContext })
  @property({ attribute: false })
  jobs?: PortalJobs | undefined;

  /** Where lists remember their columns and order; without, in the page's `localStorage`. */
  @provide({ context: gridLayoutContext })
  @property({ attribute: false })
  layouts?: GridLayoutStore | undefined;

  /** What a company's page remembers of its user; without, its choices in the page's `localStorage`. */
  @provide({ context: pageMemoryContext })
  @property({ attribute: false })
  pageMemory?: PageMemory | undefined;

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

define('portal-provider', PortalProvider);

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }
}

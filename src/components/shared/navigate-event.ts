import type { PortalElement } from './portal-element.js';
import { PortalEvent } from './portal-event.js';

/** Where somebody wants to go. */
export interface NavigateDetail {
  /** The company whose page it is. */
  readonly companyId: number | undefined;
  /** A section, or a part of one after a slash, for example `users` or `settings/twoFactor`. */
  readonly target: string;
}

/** Tells that somebody goes there. Resolves to false where whoever embeds the element takes them there itself. */
export function tellNavigation(element: PortalElement, detail: NavigateDetail): boolean {
  return element.dispatchEvent(new PortalEvent('portal-navigate', detail, { cancelable: true }));
}

declare global {
  interface HTMLElementEventMap {
    /** Somebody goes to another part of the company's page. Cancelable: whoever leads them there calls `preventDefault()`. */
    'portal-navigate': PortalEvent<NavigateDetail>;
  }
}

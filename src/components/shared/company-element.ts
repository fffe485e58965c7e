import { consume, createContext } from '@lit/context';
import { property } from 'lit/decorators.js';
import type { PortalAdmin } from '../../contract/index.js';
import { PortalElement } from './portal-element.js';

/** Under this key an ancestor can provide the administration to all elements below, instead of setting `admin` on each. */
export const portalAdminContext = createContext<PortalAdmin | undefined>(Symbol('portal-admin'));

/** An id from an attribute. Company 0 is valid, so an absent or malformed attribute is undefined and never 0. */
export function companyIdFrom(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The base of elements that show something of one company. */
export abstract class CompanyElement extends PortalElement {
  /** Who fulfils what the element shows and does; set here or provided by `portalAdminContext`. */
  @consume({ context: portalAdminContext, subscribe: true })
  @property({ attribute: false })
  admin?: PortalAdmin | undefined;

  /** The company's id in the PSA. 0 is the provider itself. */
  @property({ attribute: 'company-id', converter: { fromAttribute: companyIdFrom } })
  companyId?: number | undefined;

  /** True while the connection to the extension's worker is being set up again; the element then says so. */
  @property({ type: Boolean })
  reconnecting = false;
}

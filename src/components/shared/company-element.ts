import { property } from 'lit/decorators.js';
import type { PortalAdmin } from '../../contract/index.js';
import { askingAdmin } from './before-write.js';
import { portalAdminContext } from './contexts.js';
import { PortalElement } from './portal-element.js';
import { provided } from './provided.js';

/** An id from an attribute. Company 0 is valid, so an absent or malformed attribute is undefined and never 0. */
export function companyIdFrom(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The base of elements that show something of one company. */
export abstract class CompanyElement extends PortalElement {
  /** Who fulfils what the element shows and does; set here, or for all elements below a `<portal-provider>`. */
  @provided(portalAdminContext)
  @property({ attribute: false })
  admin?: PortalAdmin | undefined;

  /** The company's id in the PSA. 0 is the provider itself. */
  @property({ attribute: 'company-id', converter: { fromAttribute: companyIdFrom } })
  companyId?: number | undefined;

  /** True while the connection to the extension's worker is being set up again; the element then says so. */
  @property({ type: Boolean })
  reconnecting = false;

  /** The same administration for what writes: before each write, whoever embeds the element may refuse it. */
  protected get writingAdmin(): PortalAdmin | undefined {
    return this.admin && askingAdmin(this, this.admin);
  }
}

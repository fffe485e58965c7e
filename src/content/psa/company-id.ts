import { COMPANY_ID_NAMES } from './anchors.js';
import type { PageAddress } from './page-evidence.js';
import { HIDDEN_FIELD } from './selectors.js';

/** Ids are whole and not negative. 0 is valid: it is the provider's own company (vendor help). */
const ID = /^\d{1,15}$/;

/**
 * The id of the company that the page is about, or null. The PSA's pages name the parameter differently, so the names
 * are tried from the most specific one down, first in the address and then in the page's hidden fields.
 */
export function readCompanyId(page: Document, address: PageAddress): number | null {
  const hidden = Array.from(page.querySelectorAll<HTMLInputElement>(HIDDEN_FIELD));
  return (
    companyIdIn(new URLSearchParams(address.search)) ??
    companyIdIn(hidden.map(({ name, value }) => [name, value]))
  );
}

/** The first valid id among name and value pairs. */
export function companyIdIn(pairs: Iterable<readonly [string, string]>): number | null {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) values.set(name.toLowerCase(), value.trim());
  for (const name of COMPANY_ID_NAMES) {
    const value = values.get(name);
    if (value !== undefined && ID.test(value)) return Number(value);
  }
  return null;
}

import * as v from 'valibot';

/** A PSA record id: a whole number from 0. Company 0 is the provider itself and valid, so never test an id by truthiness. */
export const IdSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The provider's own company: the portal can be demonstrated there and is never billed (vendor help, client settings). */
export const PROVIDER_COMPANY_ID = 0;

/** True for the provider's own company. */
export function isProviderCompany(companyId: number): boolean {
  return companyId === PROVIDER_COMPANY_ID;
}

/** A moment as ISO 8601 text in UTC, for example `2026-11-24T14:07:00Z`. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

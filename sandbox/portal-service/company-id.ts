import * as v from 'valibot';
import { IdTextSchema } from '../id-text.js';
import type { Store } from '../store/store.js';

/** Thrown where a request names a company that there is not. */
export class UnknownCompany extends Error {}

/** The id of the company that the text names; throws {@link UnknownCompany}. */
export async function knownCompanyId(store: Store, text: string): Promise<number> {
  const id = v.safeParse(IdTextSchema, text);
  const company = id.success ? await store.companies.get(id.output) : null;
  if (company === null) throw new UnknownCompany(`No company has the id ${text}.`);
  return company.id;
}

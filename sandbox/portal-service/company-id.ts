import * as v from 'valibot';
import { IdSchema } from '../../src/model/index.js';
import type { Store } from '../store/store.js';

/** An id as it stands in a path or query. */
export const IdTextSchema = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), IdSchema);

/** Thrown where a request names a company that there is not. */
export class UnknownCompany extends Error {}

/** The id of the company that the text names; throws {@link UnknownCompany}. */
export async function knownCompanyId(store: Store, text: string): Promise<number> {
  const id = v.safeParse(IdTextSchema, text);
  const company = id.success ? await store.companies.get(id.output) : null;
  if (company === null) throw new UnknownCompany(`No company has the id ${text}.`);
  return company.id;
}

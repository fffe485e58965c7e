import * as v from 'valibot';
import { IdSchema } from '../src/model/index.js';

/** An id as it stands in a path, a query or a form. */
export const IdTextSchema = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), IdSchema);

import * as v from 'valibot';
import { IdTextSchema } from '../id-text.js';

/** A check box, as the hidden input carries it. */
export const FlagText = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
);

const text = v.pipe(v.string(), v.trim());

/** The general tab as it is posted. */
export const GeneralFormSchema = v.object({
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  title: text,
  isActive: FlagText,
});

/** The Client Portal tab as it is posted. */
export const AccessFormSchema = v.object({
  isActive: FlagText,
  userName: text,
  password: v.string(),
  securityLevel: IdTextSchema,
  dateFormat: IdTextSchema,
  timeFormat: IdTextSchema,
  numberFormat: IdTextSchema,
});

import * as v from 'valibot';
import { de } from './de.js';
import { en, type Texts } from './en.js';

export const LanguageSchema = v.picklist(['en', 'de']);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** The words of each language. */
export const texts: Readonly<Record<Language, Texts>> = { en, de };

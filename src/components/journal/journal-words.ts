import { msg, str } from '@lit/localize';
import * as v from 'valibot';
import type { JournalEntry } from '../../contract/index.js';
import { allFields, type Choice } from '../company-settings/setting-fields.js';
import { globalLabels } from '../global-settings/global-words.js';
import { fieldWords } from '../job-list/step-words.js';

/** A field as the page names it: a setting by its row, an account's field by its name. */
export function journalField({ field }: Pick<JournalEntry, 'field'>): string {
  return allFields().find(({ key }) => key === field)?.label ?? globalField(field) ?? fieldWords(field);
}

/** Global settings stand under names of their own, since the provider's own company has settings too. */
function globalField(field: string): string | undefined {
  const found = globalLabels().find(({ key }) => `global${key}`.toLowerCase() === field.toLowerCase());
  return found && msg(str`Global: ${found.label}`);
}

/** A value of a field as one reads it: a setting's by the words of its control. */
export function fieldValue({ field }: Pick<JournalEntry, 'field'>, value: JournalEntry['before']): string {
  const isValue = ({ change }: Choice): boolean => Object.values(change)[0] === value;
  const choice = allFields()
    .find(({ key }) => key === field)
    ?.choices.find(isValue);
  return choice?.label ?? journalValue(value);
}

/** A value as one reads it: what is kept as a structure, such as a new login, by its parts. */
export function journalValue(value: JournalEntry['before']): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? msg('On') : msg('Off');
  const parts = v.safeParse(StructureSchema, value);
  if (!parts.success) return String(value);
  return Object.entries(parts.output)
    .map(
      ([field, part]) =>
        `${fieldWords(field)}: ${typeof part === 'object' ? JSON.stringify(part) : journalValue(part)}`,
    )
    .join(', ');
}

/** What the journal keeps as JSON because it has parts. */
const StructureSchema = v.pipe(
  v.string(),
  v.startsWith('{'),
  v.parseJson(),
  v.record(
    v.string(),
    v.union([v.string(), v.number(), v.boolean(), v.record(v.string(), v.unknown()), v.array(v.unknown())]),
  ),
);

export function journalOutcome({ outcome, error }: Pick<JournalEntry, 'outcome' | 'error'>): string {
  switch (outcome) {
    case 'done':
      return msg('Saved');
    case 'failed':
      return error === null ? msg('Not saved') : msg(str`Not saved (${error})`);
    case 'unknown':
      return msg('Not known: the answer was lost');
  }
}

/** Who, as the backend saw them and as the page showed them. The page's word is no proof, and is shown as what it is. */
export function journalUsers({
  connectionUser,
  pageUser,
}: Pick<JournalEntry, 'connectionUser' | 'pageUser'>): string[] {
  return pageUser === null ? [connectionUser] : [connectionUser, msg(str`page shows ${pageUser}`)];
}

import { msg, str } from '@lit/localize';
import * as v from 'valibot';
import { allFields } from '../../components/company-settings/setting-fields.js';
import { fieldWords } from '../../components/job-list/step-words.js';
import { momentWords } from '../../components/shared/index.js';
import type { JournalEntry } from '../../contract/index.js';

/** A field as the page names it: a setting by its row, an account's field by its name. */
export function journalField({ field }: JournalEntry): string {
  return allFields().find(({ key }) => key === field)?.label ?? fieldWords(field);
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

export function journalOutcome({ outcome, error }: JournalEntry): string {
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
export function journalUsers({ connectionUser, pageUser }: JournalEntry): string[] {
  return pageUser === null ? [connectionUser] : [connectionUser, msg(str`page shows ${pageUser}`)];
}

/** By name and number where the name is known: numbers are what the PSA's own reports go by. */
export function journalPlace({ companyId, companyName, contactId, contactName }: JournalEntry): string {
  const company =
    companyName === null ? msg(str`Company ${String(companyId)}`) : companyWords(companyId, companyName);
  if (contactId === null) return company;
  const contact =
    contactName === null ? msg(str`contact ${String(contactId)}`) : `${contactName} (${String(contactId)})`;
  return `${company} · ${contact}`;
}

/** A company in a list of companies. */
export function companyWords(companyId: number, name: string | null): string {
  return name === null ? String(companyId) : `${name} (${String(companyId)})`;
}

/** The PSA's address without what all of them begin with. */
export function psaHost(psaOrigin: string): string {
  return psaOrigin.replace(/^https?:\/\//, '');
}

/** All that a row shows, for the search. */
export function journalText(entry: JournalEntry): string {
  const { at, psaOrigin, before, after } = entry;
  return [
    momentWords(at),
    psaOrigin,
    ...journalUsers(entry),
    journalPlace(entry),
    entry.field,
    journalField(entry),
    journalValue(before),
    journalValue(after),
    journalOutcome(entry),
  ]
    .join('\n')
    .toLowerCase();
}

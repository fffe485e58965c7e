import { msg, str } from '@lit/localize';
import {
  journalField,
  journalOutcome,
  journalUsers,
  journalValue,
} from '../../components/journal/journal-words.js';
import { momentWords } from '../../components/shared/index.js';
import type { JournalEntry } from '../../contract/index.js';

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

import { msg } from '@lit/localize';
import { fileName, saveFile, toCsv, type CsvCell } from '../../components/shared/index.js';
import type { JournalEntry } from '../../contract/index.js';
import { journalField } from '../../components/journal/journal-words.js';

/** Saves entries as CSV: values and codes as they are, so that a program can read them, and the fields' names beside them. */
export async function exportJournal(entries: readonly JournalEntry[]): Promise<void> {
  const columns = [
    msg('When (UTC)'),
    msg('PSA'),
    msg('API user'),
    msg('Page user (self-declared)'),
    msg('Company'),
    msg('Company ID'),
    msg('Contact'),
    msg('Contact ID'),
    msg('Field'),
    msg('Name of the field'),
    msg('Before'),
    msg('After'),
    msg('Outcome'),
    msg('Error'),
    msg('Job'),
  ];
  await saveFile(
    fileName([msg('Portal journal'), new Date().toISOString().slice(0, 10)], 'csv'),
    toCsv(columns, entries.map(rowOf)),
  );
}

function rowOf(entry: JournalEntry): CsvCell[] {
  const { at, psaOrigin, connectionUser, pageUser, field } = entry;
  const { companyName, companyId, contactName, contactId } = entry;
  const { before, after, outcome, error, jobId } = entry;
  const who = [psaOrigin, connectionUser, pageUser, companyName, companyId, contactName, contactId];
  return [at, ...who, field, journalField(entry), before, after, outcome, error, jobId];
}

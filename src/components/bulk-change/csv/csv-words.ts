import { msg, str } from '@lit/localize';
import type { CsvMeaning, CsvOutcome } from '../../../model/index.js';
import { formatLabel } from '../../contact-grid/contact-words.js';
import { numberWords, type ErrorDescription } from '../../shared/index.js';
import { LONGEST_FIELD, MOST_BYTES, MOST_COLUMNS, MOST_LINES } from './csv-limits.js';
import type { CsvProblem, OtherKind } from './csv-problem.js';
import type { CsvDelimiter } from './line-parser.js';
import type { CsvEncoding } from './text-encoding.js';

const MEGABYTE = 1024 * 1024;

/** Why a file was not read: what happened, where, and what next. */
export function csvProblemWords(problem: CsvProblem): ErrorDescription {
  const again = msg('Save it again as CSV in the spreadsheet, then choose it again.');
  switch (problem.code) {
    case 'empty':
      return {
        what: msg('The file is empty.'),
        why: msg('There is not one line with a value.'),
        next: msg('Choose another file.'),
      };
    case 'too-large':
      return {
        what: msg(str`The file is larger than ${numberWords(MOST_BYTES / MEGABYTE)} MB.`),
        why: msg('This page could not hold it.'),
        next: msg('Leave out columns that say nothing about logins, or split it into several files.'),
      };
    case 'no-csv':
      return noCsvWords(problem.kind);
    case 'unreadable':
      return {
        what: msg('The browser could not read the file.'),
        why: msg('It was moved, changed or locked by another program in the meantime.'),
        next: msg('Close it there, then choose it again.'),
      };
    case 'broken-characters':
      return {
        what: problem.isCut
          ? msg('The file ends in the middle of a letter.')
          : msg('The file holds bytes that are no letters.'),
        why: problem.isCut
          ? msg('It was cut off, for example while it was downloaded.')
          : msg('It is damaged, or its parts were written by different programs.'),
        next: again,
      };
    case 'broken-quotes':
      return {
        what: msg(str`A quotation mark in line ${numberWords(problem.line)} is not closed.`),
        why: msg('So it cannot be told where the value ends, and everything after it may be something else.'),
        next: again,
      };
    case 'too-many-lines':
      return {
        what: msg(str`The file has more than ${numberWords(MOST_LINES)} lines.`),
        why: msg('More cannot be changed at once.'),
        next: msg('Split it into several files.'),
      };
    case 'too-many-columns':
      return {
        what: msg(str`Line ${numberWords(problem.line)} has more than ${numberWords(MOST_COLUMNS)} columns.`),
        why: msg('That is hardly a list of contacts.'),
        next: again,
      };
    case 'long-field':
      return {
        what: msg(
          str`Line ${numberWords(problem.line)}, column ${numberWords(problem.column)} is longer than ${numberWords(LONGEST_FIELD)} characters.`,
        ),
        why: msg('Mostly a quotation mark before it is not closed.'),
        next: again,
      };
  }
}

function noCsvWords(kind: OtherKind): ErrorDescription {
  return {
    what: noCsvName(kind),
    why: msg('Contacts are read from CSV files only.'),
    next: msg(
      'Open it in Excel or LibreOffice, choose “Save as” and the file type “CSV UTF-8 (comma delimited)”, then choose that file here.',
    ),
  };
}

function noCsvName(kind: OtherKind): string {
  switch (kind) {
    case 'office':
      return msg('This is an Office file, such as an Excel workbook.');
    case 'page':
      return msg('This is a web page or XML, whatever its name says.');
    case 'pdf':
      return msg('This is a PDF file.');
    case 'archive':
      return msg('This is an archive with files in it.');
    case 'other':
      return msg('This is not a text file.');
  }
}

export function meaningWords(meaning: CsvMeaning): string {
  switch (meaning) {
    case 'contactId':
      return msg('Contact ID');
    case 'email':
      return msg('E-mail');
    case 'name':
      return msg('Whole name');
    case 'firstName':
      return msg('First name');
    case 'lastName':
      return msg('Last name');
    case 'userName':
      return msg('User name');
    case 'securityLevel':
      return msg('Security level');
    default:
      return formatLabel(meaning);
  }
}

/** What has become of lines, in a word or two; for counts and filters. */
export function outcomeName(kind: CsvOutcome['kind']): string {
  switch (kind) {
    case 'matched':
      return msg('Found');
    case 'ambiguous':
      return msg('Several fit');
    case 'contradictory':
      return msg('Contradictory');
    case 'unknown':
      return msg('Not found');
    case 'duplicate':
      return msg('Twice');
    case 'ragged':
      return msg('Too many values');
    case 'value-unknown':
      return msg('Value unknown');
    case 'left-out':
      return msg('Left out');
  }
}

/** Why a line changes nothing, or not what it says. */
export function outcomeReason(outcome: CsvOutcome): string {
  switch (outcome.kind) {
    case 'matched':
      return outcome.by === 'choice' ? msg('You chose the contact.') : '';
    case 'ambiguous':
      return msg('Several contacts fit. Choose who is meant.');
    case 'contradictory':
      return msg('ID, e-mail and name are those of different contacts. Choose who is meant.');
    case 'unknown':
      return outcome.reason === 'not-found'
        ? msg('This company has no such contact.')
        : msg('There is no ID, e-mail or name in this line.');
    case 'duplicate':
      return duplicateReason(outcome);
    case 'ragged':
      return msg(
        str`More values (${numberWords(outcome.cells)}) than columns (${numberWords(outcome.columns)}): something is shifted. Correct the line in the file.`,
      );
    case 'value-unknown':
      return msg(
        str`${meaningWords(outcome.value.meaning)}: this PSA has no “${outcome.value.text}”. Nothing will change for this contact.`,
      );
    case 'left-out':
      return msg('You chose none of the contacts.');
  }
}

function duplicateReason({ firstLine, hasSameValues }: Extract<CsvOutcome, { kind: 'duplicate' }>): string {
  const line = numberWords(firstLine);
  return hasSameValues
    ? msg(str`The same contact as in line ${line}. It counts once.`)
    : msg(str`The same contact as in line ${line}, with other values. Nothing will change for them.`);
}

export function encodingWords(encoding: CsvEncoding): string {
  switch (encoding) {
    case 'utf-8':
      return 'UTF-8';
    case 'utf-16le':
      return 'UTF-16 (LE)';
    case 'utf-16be':
      return 'UTF-16 (BE)';
    case 'windows-1252':
      return 'Windows-1252';
  }
}

export function delimiterWords(delimiter: CsvDelimiter): string {
  switch (delimiter) {
    case ',':
      return msg('comma');
    case ';':
      return msg('semicolon');
    case '\t':
      return msg('tab stop');
    case '|':
      return msg('vertical bar');
  }
}

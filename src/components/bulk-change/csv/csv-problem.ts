/** What a file is that is no CSV file. */
export type OtherKind = 'office' | 'page' | 'pdf' | 'archive' | 'other';

/** Why a file was not read. `line` is the record's number as a spreadsheet shows it, from 1. */
export type CsvProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-large'; readonly bytes: number }
  | { readonly code: 'no-csv'; readonly kind: OtherKind }
  /** It was moved, changed or locked while it was read. */
  | { readonly code: 'unreadable' }
  /** Bytes that are no characters in the encoding that the file has. `isCut` = its very end is missing. */
  | { readonly code: 'broken-characters'; readonly isCut: boolean }
  | { readonly code: 'broken-quotes'; readonly line: number }
  | { readonly code: 'too-many-lines' }
  | { readonly code: 'too-many-columns'; readonly line: number }
  | { readonly code: 'long-field'; readonly line: number; readonly column: number };

/** Ends the reading; nobody outside of it sees it. */
export class Unreadable extends Error {
  constructor(readonly problem: CsvProblem) {
    super(problem.code);
  }
}

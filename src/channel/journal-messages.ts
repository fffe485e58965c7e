import * as v from 'valibot';
import { JournalFilterSchema, JournalPageSchema } from '../contract/index.js';

/** The id of the last entry that was read before. */
const JournalCursorSchema = v.nullable(v.pipe(v.string(), v.digits(), v.maxLength(15)));

/** The messages about the journal; from the extension's own pages only. */
export const journalMessages = {
  journal: {
    from: ['page'],
    request: v.strictObject({ filter: JournalFilterSchema, cursor: JournalCursorSchema }),
    answer: JournalPageSchema,
  },
  /** Removes everything. */
  'purge-journal': { from: ['page'], request: v.strictObject({}), answer: v.null() },
} as const;

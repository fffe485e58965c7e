import * as v from 'valibot';
import { CursorSchema, JournalFilterSchema, JournalPageSchema } from '../contract/index.js';

/** The messages about the journal; from the extension's own pages only. */
export const journalMessages = {
  journal: {
    from: ['page'],
    request: v.strictObject({ filter: JournalFilterSchema, cursor: CursorSchema }),
    answer: JournalPageSchema,
  },
  /** Removes everything. */
  'purge-journal': { from: ['page'], request: v.strictObject({}), answer: v.null() },
} as const;

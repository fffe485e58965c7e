/** Bytes. What 100,000 records of a hundred columns need, and what a page can hold beside the grid. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Records without the heading: as many as a company may have contacts here. */
export const MOST_LINES = 100_000;

export const MOST_COLUMNS = 1_000;

/** Characters: the limit of a spreadsheet's cell. A longer one is mostly a quotation mark that is never closed. */
export const LONGEST_FIELD = 32_767;

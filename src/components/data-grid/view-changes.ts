import { foldedText, foldedWords } from './folded-text.js';
import type { ColumnFilter, GridView } from './grid-view.js';

/** Whether two views show the rows in the same order. */
export function hasSameSort(one: GridView, other: GridView): boolean {
  return (
    one.sort.length === other.sort.length &&
    one.sort.every((key, index) => {
      const against = other.sort[index];
      return key.id === against?.id && key.isDescending === against.isDescending;
    })
  );
}

/**
 * Whether a row that `before` does not show can't be shown by `after` either; false where that isn't certain. A longer word
 * begins with the shorter one: "eller" does not find "Müller", but "ueller" does.
 */
export function isNarrower(before: GridView, after: GridView): boolean {
  const words = foldedWords(after.query);
  return (
    foldedWords(before.query).every((word) => words.some((longer) => longer.startsWith(word))) &&
    Object.entries(before.filters).every(([id, filter]) => isNarrowerFilter(filter, after.filters[id]))
  );
}

function isNarrowerFilter(before: ColumnFilter, after: ColumnFilter | undefined): boolean {
  if (after === undefined) return false;
  if (JSON.stringify(before) === JSON.stringify(after)) return true;
  if (before.kind !== 'text' || after.kind !== 'text' || before.how !== after.how) return false;
  const [shorter, longer] = [foldedText(before.text.trim()), foldedText(after.text.trim())];
  if (shorter === '') return true;
  return before.how !== 'equals' && before.how !== 'lacks' && longer.startsWith(shorter);
}

import { PROFILE_TEXT } from './selectors.js';

/** Longer texts are no names. */
const LONGEST_NAME = 100;

/**
 * Who is signed in to the PSA, as the page shows it, or null where it shows nobody. The shell around the frame says it;
 * pages of the older generation, and those that were opened without a shell, do not.
 */
export function readPageUser(frame: Window): string | null {
  return nameIn(frame.document) ?? nameIn(shellOf(frame));
}

/** The initials stand before the name, so the last text counts. */
function nameIn(page: Document | null): string | null {
  const texts = Array.from(page?.querySelectorAll(PROFILE_TEXT) ?? [], ({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
  return texts.filter((text) => text !== '' && text.length <= LONGEST_NAME).at(-1) ?? null;
}

/** The shell has its frames' origin; a page of another origin throws and is none. */
function shellOf(frame: Window): Document | null {
  try {
    return frame.top?.document ?? null;
  } catch {
    return null;
  }
}

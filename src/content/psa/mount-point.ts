import { FORM, SECTION, TITLE } from './selectors.js';

/**
 * Puts a block where the page's reader looks next: above the page's own form. When the form wraps the whole page, title
 * included, the block goes above the form's first section instead, so that the title stays on top.
 */
export function placeInPage(page: Document, block: Element): void {
  const section = page.querySelector(SECTION);
  const form = section?.closest(FORM) ?? page.querySelector(FORM);
  if (form !== null && form.querySelector(TITLE) === null) form.before(block);
  else if (section !== null) outermostSection(section).before(block);
  else page.body.append(block);
}

/** Sections hold smaller ones; the block must not end up inside one that can be collapsed. */
function outermostSection(section: Element): Element {
  const around = section.parentElement?.closest(SECTION) ?? null;
  return around === null ? section : outermostSection(around);
}

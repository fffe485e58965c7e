import { LOGIN_HOST, PRECHECK } from './anchors.js';
import * as selectors from './selectors.js';

/** Where a frame's document comes from. */
export type PageAddress = Pick<Location, 'pathname' | 'search'>;

/** What one frame shows, read once; everything that decides about the page works on this. */
export interface PageEvidence {
  /** Path of the frame's address, lower case. */
  path: string;
  /** Texts by where they stand, lower case with single spaces. */
  title: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  label: ReadonlySet<string>;
  /** Whether something links to a customer's login page. */
  hasLoginLink: boolean;
  /** Whether several cells of a grid hold an e-mail address. */
  hasEmailGrid: boolean;
  /** The document's `lang`, or ''. */
  languageTag: string;
}

/** Nothing that tells pages apart is longer; longer texts are prose or whole tables. */
const LONGEST_TEXT = 100;

/** A page with more elements of a kind than this is a big grid: the anchors stand before it. */
const MOST_ELEMENTS = 400;

/** Whether it is worth reading the page at all: one native call and one search, even on a page with a big grid. */
export function mayBePortalPage(page: Document): boolean {
  return PRECHECK.test(page.title) || PRECHECK.test(page.body.textContent);
}

/** Reads what the page says. Costs a few selector queries; changes nothing. */
export function readEvidence(page: Document, address: PageAddress): PageEvidence {
  return {
    path: address.pathname.toLowerCase(),
    title: new Set([normalise(page.title), ...textsOf(page, selectors.TITLE)]),
    heading: textsOf(page, selectors.HEADING),
    label: new Set([
      ...textsOf(page, selectors.LABEL),
      ...selectors.LABEL_TAGS.flatMap((tag) => [...texts(firstOf(page.getElementsByTagName(tag)))]),
    ]),
    hasLoginLink: links(page).some(({ hostname }) => LOGIN_HOST.test(hostname)),
    hasEmailGrid: hasEmailGrid(page),
    languageTag: page.documentElement.lang,
  };
}

/** Lower case, single spaces, without what decorates a label. */
function normalise(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s?[:*…]+$/, '')
    .toLowerCase();
}

function textsOf(page: Document, selector: string): Set<string> {
  return texts(firstOf(page.querySelectorAll(selector)));
}

function texts(elements: Element[]): Set<string> {
  const all = elements.map((element) => normalise(element.textContent));
  return new Set(all.filter((text) => text !== '' && text.length <= LONGEST_TEXT));
}

function links(page: Document): HTMLAnchorElement[] {
  return firstOf(page.getElementsByTagName('a'));
}

/** Two rows, so that one contact's card on some other page is no grid. */
function hasEmailGrid(page: Document): boolean {
  const cells = firstOf(page.getElementsByTagName(selectors.GRID_CELL_TAG));
  const emails = cells.filter((cell) => /^\S+@\S+\.\S+$/.test(cell.textContent.trim()));
  return emails.length >= 2;
}

/**
 * Collections of tags are found as they are asked for, so that the first ones cost the same on a page with a grid of
 * thousands of rows; a selector's list is always found as a whole.
 */
function firstOf<E extends Element>(elements: ArrayLike<E>): E[] {
  const first: E[] = [];
  for (let index = 0; index < MOST_ELEMENTS; index += 1) {
    const element = elements[index];
    if (element === undefined) break;
    first.push(element);
  }
  return first;
}

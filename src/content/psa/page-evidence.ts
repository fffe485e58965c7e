import { LOGIN_HOST, PRECHECK } from './anchors.js';
import * as selectors from './selectors.js';

/** The languages in which the page can be recognised. */
export type PageLanguage = 'en' | 'de';

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
    label: textsOf(page, selectors.LABEL),
    hasLoginLink: some(page, 'a[href]', isLoginLink),
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
  const texts = new Set<string>();
  for (const element of few(page, selector)) {
    const text = normalise(element.textContent);
    if (text !== '' && text.length <= LONGEST_TEXT) texts.add(text);
  }
  return texts;
}

function isLoginLink(link: Element): boolean {
  return link instanceof HTMLAnchorElement && LOGIN_HOST.test(link.hostname);
}

/** Two rows, so that one contact's card on some other page is no grid. */
function hasEmailGrid(page: Document): boolean {
  let cells = 0;
  return some(page, selectors.GRID_CELL, (cell) => {
    if (/^\S+@\S+\.\S+$/.test(cell.textContent.trim())) cells += 1;
    return cells === 2;
  });
}

function some(page: Document, selector: string, test: (element: Element) => boolean): boolean {
  return few(page, selector).some(test);
}

function few(page: Document, selector: string): Element[] {
  return Array.from(page.querySelectorAll(selector)).slice(0, MOST_ELEMENTS);
}

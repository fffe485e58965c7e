import type { Browser, Page } from 'playwright-core';
import type { Surroundings } from '../../../.storybook/stage/surroundings.js';
import type { Entry } from './storybook.js';
import { oneAtATime } from '../../../src/background/one-at-a-time.js';

export interface ShownDocs {
  /** What the page threw or logged as an error, and what it could not load. */
  readonly errors: string[];
  /** Links to pages or headings that are not there. */
  readonly deadLinks: string[];
}

/** A page of the static build that shows one page of documentation after the other. */
export interface DocsStage {
  /**
   * Waits for its turn and hands the page over once it is complete.
   *
   * @param known everything that a link may lead to.
   */
  show(id: string, known: readonly Entry[], look: (page: Page) => Promise<void>): Promise<ShownDocs>;
  /** Addresses on other hosts that were asked for something. */
  strangers(): readonly string[];
  close(): Promise<void>;
}

/** True for an address outside the site. */
export function isStranger(address: string, site: string): boolean {
  return !address.startsWith(site) && !/^(data|blob):/.test(address);
}

export async function openDocsStage(
  browser: Browser,
  url: string,
  colours: Surroundings['colours'],
): Promise<DocsStage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const strangers: string[] = [];
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    if (isStranger(request.url(), url)) strangers.push(request.url());
  });
  const take = oneAtATime();
  const perform: DocsStage['show'] = async (id, known, look) => {
    errors = [];
    await page.goto(`${url}iframe.html?viewMode=docs&id=${id}&globals=colours:${colours}`);
    await page.locator('.site h1').waitFor();
    // An element's page has its story in it, and is complete when that is drawn.
    if (id.startsWith('elements-')) await page.locator('.docs-story [id="root-inner"] > *').first().waitFor();
    await look(page);
    return { errors, deadLinks: await deadLinksOf(page, known) };
  };
  return {
    show: (id, known, look) => take(() => perform(id, known, look)),
    strangers: () => strangers,
    close: () => page.close(),
  };
}

async function deadLinksOf(page: Page, known: readonly Entry[]): Promise<string[]> {
  // What stands in the shadow trees of elements belongs to their stories.
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('#storybook-docs a[href]')].map((link) => {
      const href = link.getAttribute('href') ?? '';
      const target = /^#(.+)/.exec(href)?.[1];
      return { href, isThere: target !== undefined && document.getElementById(target) !== null };
    }),
  );
  const ids = new Set(known.map(({ id }) => id));
  return links
    .filter(
      ({ href, isThere }) =>
        !isThere && !ids.has(/(?:path=\/(?:docs|story)\/|iframe\.html\?id=)([\w-]+)$/.exec(href)?.[1] ?? ''),
    )
    .map(({ href }) => href);
}

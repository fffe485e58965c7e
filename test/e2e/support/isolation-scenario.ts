import type { SomeSettings } from '../../../src/model/index.js';
import { demoPage } from '../../../scripts/start/demo.js';
import { eventually } from '../drivers/tab.js';
import type { BarePage } from './bare-page.js';
import { lookAround, type Finding } from './page-spy.js';
import { changeSettings, queryRest, readSettings, type Psa } from './psa.js';
import { findPlace, goToPlace, type Place } from './rehearsal.js';

const COMPANY = 174;
const PAGE = 'portal-company-page';
const SETTINGS = [PAGE, 'portal-company-settings'] as const;
const GRID = [PAGE, 'portal-contact-grid'] as const;

/** Numbers that nothing else in the page is. The form was rendered before somebody set them, so only our block has them. */
const NEWER: SomeSettings = {
  quickTicket: { mode: 'custom', requestTypeId: 1, priority: 1, queueId: 918_273_645, titleEditable: true },
};

/** What our block shows and the page does not: words that nobody may find in the page. */
export interface Secrets {
  readonly contact: { readonly lastName: string; readonly mail: string };
  readonly setting: string;
  readonly ownWords: readonly string[];
}

/** The last contact without a login is on a later page of the PSA's own list; ours shows all. */
export async function secretsOf(psa: Psa): Promise<Secrets> {
  const contacts = await queryRest(psa, 'Contacts', 'companyID', COMPANY);
  const [last] = contacts
    .filter(({ isActive, emailAddress, id }) => isActive === 1 && emailAddress !== null && Number(id) > 248)
    .map(({ lastName, emailAddress }) => ({ lastName: String(lastName), mail: String(emailAddress) }))
    .sort((one, other) => other.lastName.localeCompare(one.lastName));
  if (last === undefined) throw new Error('the demo data have no contact without a login');
  return {
    contact: last,
    setting: '918273645',
    ownWords: ['Initial password', 'Also changed by', 'Who must enter a second factor'],
  };
}

interface Stage {
  readonly page: BarePage;
  readonly psa: Psa;
  readonly secrets: Secrets;
  readonly words: readonly string[];
}

/** Plays the scenario in an open build; returns the findings, and the places for `replay`. */
export async function rehearse(stage: Stage): Promise<{ findings: Finding[]; places: Place[] }> {
  const places: Place[] = [];
  const findings = await play(stage, async (path) => {
    const place = await findPlace(stage.page, path);
    places.push(place);
    return place;
  });
  return { findings, places };
}

/** Plays it in a closed build, where nobody can find the elements, at the places of the rehearsal. */
export function replay(stage: Stage, places: readonly Place[]): Promise<Finding[]> {
  const rest = [...places];
  return play(stage, async () => {
    const place = rest.shift();
    if (place === undefined) throw new Error('the rehearsal was shorter');
    await goToPlace(stage.page, place);
    return place;
  });
}

/**
 * A moment after its dialog has closed, the grid takes the focus back and scrolls the page to it. A click that is aimed
 * before that goes astray, and from outside only that scrolling can be seen: so the page is somewhere else until then.
 */
async function leaveDialog(page: BarePage): Promise<void> {
  await page.run(() => {
    document.scrollingElement?.scrollTo({ top: 0, behavior: 'instant' });
  }, null);
  await page.press('Escape');
  await eventually('the focus back in the grid', async () => {
    const isBack = await page.run(() => (document.scrollingElement?.scrollTop ?? 0) > 0, null);
    return isBack ? true : undefined;
  });
}

/**
 * Parts of the page are loaded when they come near. So that the block is as high as its twin wherever that was scrolled, all of
 * them are loaded first: by scrolling, since nobody can look inside, until it grows no more.
 */
async function loadAll(page: BarePage): Promise<void> {
  let before = 0;
  await eventually('all parts of the page', async () => {
    const height = await page.run(scrollThrough, null);
    const isWhole = height > 3000 && height === before;
    before = height;
    return isWhole ? true : undefined;
  });
}

/** In the page; returns our block's height (CSS pixels). */
async function scrollThrough(): Promise<number> {
  const scroller = document.scrollingElement;
  for (let top = 0; top < (scroller?.scrollHeight ?? 0); top += 400) {
    scroller?.scrollTo({ top, behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  scroller?.scrollTo({ top: 0, behavior: 'instant' });
  const host = document.querySelector('[data-psa-portal-admin]');
  return Math.round(host?.getBoundingClientRect().height ?? 0);
}

/** Contact data, a dialog with an initial password, a conflict and a saved setting; the page looks around at each. */
async function play(
  { page, psa, secrets, words }: Stage,
  find: (path: readonly string[]) => Promise<Place>,
): Promise<Finding[]> {
  const click = async (...path: string[]): Promise<void> => {
    const { x, y } = await find(path);
    await page.click(x, y);
  };
  await page.goto(demoPage(psa.url, { companyId: COMPANY }));
  await loadAll(page);
  await click(...GRID, 'portal-data-grid', 'input[type="search"]');
  await page.type(secrets.contact.lastName);
  await click(...GRID, 'portal-data-grid', '[role="grid"] .link-button');
  await find([...GRID, 'portal-activation-dialog', '#password']);
  const atDialog = await lookAround(page, words);
  await leaveDialog(page);

  await click(...SETTINGS, '[data-setting="notifications"] input');
  await changeSettings(psa, COMPANY, NEWER);
  await click(...SETTINGS, '.bar .primary');
  const { x, y } = await find([...SETTINGS, 'portal-settings-conflict', '.primary']);
  const atConflict = await lookAround(page, words);
  await page.click(x, y);
  await eventually('the saved setting', async () =>
    JSON.stringify(await readSettings(psa, COMPANY)).includes('"notifications":false') ? true : undefined,
  );
  return [...atDialog, ...atConflict, ...(await lookAround(page, words))];
}

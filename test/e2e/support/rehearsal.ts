import { eventually } from '../drivers/tab.js';
import type { BarePage } from './bare-page.js';

/** Where something of ours is, as the hand that clicks it and the page around it see it. */
export interface Place {
  /** CSS pixels from the upper left corner of the tab. */
  readonly x: number;
  readonly y: number;
  /** How far the frame is scrolled. */
  readonly scrollTop: number;
  /** Of our block: tells how far it has got, even when nobody can look inside. */
  readonly height: number;
  /** Whether a dialog of ours covers the page: then even its corner is ours. */
  readonly isCovered: boolean;
}

/** Finds an element of ours through open roots, scrolls to it and returns its place once nothing moves any more. */
export function findPlace(page: BarePage, path: readonly string[]): Promise<Place> {
  let before = '';
  return eventually(path.join(' '), async () => {
    const place = await page.run(placeOf, path);
    const now = JSON.stringify(place);
    const isSettled = place !== null && now === before;
    before = now;
    return isSettled ? place : undefined;
  });
}

/** Goes to a place that was found in an open twin of this page, once our block has got as far as it had there. */
export async function goToPlace(page: BarePage, place: Place): Promise<void> {
  const wanted = {
    height: Math.round(place.height),
    isCovered: place.isCovered,
    scrollTop: Math.round(place.scrollTop),
  };
  let now = {};
  await eventually('', async () => {
    now = await page.run(scrollAndMeasure, place);
    return JSON.stringify(now) === JSON.stringify(wanted) ? true : undefined;
  }).catch(() => {
    throw new Error(`expected a block like its twin: ${JSON.stringify({ wanted, now })}`);
  });
}

/** In the page. */
function placeOf(path: readonly string[]): Place | null {
  const host = document.querySelector('[data-psa-portal-admin]');
  let found = host;
  for (const selector of ['portal-page-panel', ...path])
    found = found?.shadowRoot?.querySelector(selector) ?? null;
  if (host === null || found === null) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = found.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  return {
    x: (frame?.left ?? 0) + box.left + box.width / 2,
    y: (frame?.top ?? 0) + box.top + box.height / 2,
    scrollTop: document.scrollingElement?.scrollTop ?? 0,
    height: host.getBoundingClientRect().height,
    isCovered: document.elementFromPoint(1, 1) === host,
  };
}

/** In the page. */
function scrollAndMeasure({ scrollTop }: Place): Pick<Place, 'height' | 'isCovered' | 'scrollTop'> {
  const host = document.querySelector('[data-psa-portal-admin]');
  document.scrollingElement?.scrollTo({ top: scrollTop, behavior: 'instant' });
  return {
    height: Math.round(host?.getBoundingClientRect().height ?? 0),
    isCovered: host !== null && document.elementFromPoint(1, 1) === host,
    scrollTop: Math.round(document.scrollingElement?.scrollTop ?? 0),
  };
}

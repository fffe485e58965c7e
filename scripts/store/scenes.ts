import type { FrameLocator, Page } from 'playwright-core';
import { demoPage } from '../start/demo.js';
import type { Language } from './listing.js';

/** In the order in which the stores show them. */
export const SCENES = ['company', 'settings', 'users', 'dry-run', 'sign-in-log'] as const;
export type Scene = (typeof SCENES)[number];

const PAGE = 'portal-company-page';
const GRID = 'portal-contact-grid';

/** Goes to the demo company and does what a person would do to see it. */
export async function showScene(page: Page, scene: Scene, psaUrl: string, language: Language): Promise<void> {
  await page.goto(demoPage(psaUrl, { language }));
  const frame = page.frameLocator('iframe');
  await frame.locator('portal-company-settings [data-setting]').first().waitFor();
  await scenes[scene](frame, page);
  await page.mouse.move(0, 0);
  // What moves ends within 150 ms.
  await page.waitForTimeout(600);
}

/** On the options page: fills in what a new connection needs, except where the secrets are kept. */
export async function showConnectionForm(page: Page): Promise<void> {
  await page.locator('portal-connections-section button').first().click();
  const field = (name: string) => page.locator(`portal-connection-form [name="${name}"]`);
  await field('psaOrigin').fill('https://ww5.autotask.net');
  await field('user').fill('api@systemhaus.example');
  await field('secret').fill('invented secret');
  await field('integrationCode').fill('INVENTED-CODE');
  await field('url').fill('https://portal.systemhaus.example/portal/v1');
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
}

const scenes: Record<Scene, (frame: FrameLocator, page: Page) => Promise<void>> = {
  company: async (frame) => {
    await bring(frame, 'portal-page-panel', 'start', -90);
  },
  settings: async (frame) => {
    const row = (key: string) => frame.locator(`portal-company-settings [data-setting="${key}"]`);
    await row('resourceNames').locator('select').selectOption('neutral');
    await row('workedTime').locator('select').selectOption('worked');
    await row('documents').locator('input').click();
    await bring(frame, 'portal-company-settings [data-setting="workedTime"]', 'center');
  },
  users: async (frame) => {
    await goTo(frame, 'users', GRID);
    const boxes = frame.locator(`${GRID} [role="row"] input[type="checkbox"]`);
    for (const index of [1, 2, 3]) await boxes.nth(index).click();
    await bring(frame, GRID, 'end', -34);
  },
  'dry-run': async (frame) => {
    await goTo(frame, 'users', GRID);
    await frame.locator(`${GRID} [role="columnheader"] input[type="checkbox"]`).click();
    await frame.locator(`${GRID} [data-bulk="activate"]`).click();
    await frame.locator('portal-bulk-change .check-plan').click();
    await frame.locator('portal-bulk-change .consent').waitFor();
  },
  'sign-in-log': async (frame) => {
    await goTo(frame, 'sso-log', 'portal-sso-log');
    await frame.locator('portal-sso-log svg').first().waitFor();
    await bring(frame, 'portal-sso-log', 'start', -90);
  },
};

/** By the page's own navigation. */
async function goTo(frame: FrameLocator, place: string, shown: string): Promise<void> {
  await frame.locator(`${PAGE} [data-place="${place}"]`).click();
  await frame.locator(`${shown} [role="row"]`).nth(1).waitFor();
}

/**
 * Scrolls to an element, then by so many CSS pixels more: what the PSA and we let float at the top hides what lies under it.
 */
async function bring(
  frame: FrameLocator,
  selector: string,
  block: 'start' | 'center' | 'end',
  by = 0,
): Promise<void> {
  const found = frame.locator(selector).first();
  await found.evaluate(
    (element, how) => {
      element.scrollIntoView({ block: how.block, behavior: 'instant' });
      scrollBy({ top: how.by, behavior: 'instant' });
    },
    { block, by },
  );
}

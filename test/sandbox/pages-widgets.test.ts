import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/setup/browsers.js';
import { settingsOf } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';

/** The page's own form in a real browser, without our extension: everything must work through the widgets alone. */
describe('the widgets of the company page', () => {
  const sandbox = useSandbox();
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const executablePath = findChromium();
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
  });

  const open = async (companyId: number, inShell = false): Promise<void> => {
    const inner = `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${companyId}`;
    const data = Buffer.from(JSON.stringify({ url: inner })).toString('base64');
    const shell = `/AutotaskOnyx/LandingPage?view=client-portal&view-data=${encodeURIComponent(data)}`;
    const next = encodeURIComponent(inShell ? shell : inner);
    await page.goto(new URL(`/_sandbox/sign-in?user=admin&lang=en&next=${next}`, sandbox.url()).href);
  };
  /** The editor is the label's next sibling. */
  const editor = (label: string): Locator =>
    page
      .locator('.EditorLabelContainer1', { has: page.getByText(label, { exact: true }) })
      .locator('xpath=following-sibling::*[1]');
  const pick = async (label: string, text: string): Promise<void> => {
    await editor(label).locator('.SelectionDisplay').click();
    await editor(label).locator('.ItemList .Item', { hasText: text }).click();
  };
  const save = async (): Promise<void> => {
    await page.locator('.ToolBarItem .Button2', { hasText: 'Save' }).click();
    await page.waitForURL(/saved=1/);
  };

  it('save what was clicked', async () => {
    await open(175);
    await editor('Notifications').locator('.TabIndexHack').click();
    await pick('Show Time', 'Show worked hours');
    await pick('Time Zone', 'Europe/Vienna');
    await save();
    const { settings } = await settingsOf(sandbox, 175);
    expect(settings).toMatchObject({ notifications: false, workedTime: 'worked', timeZone: 'Europe/Vienna' });
    expect(await editor('Show Time').locator('.SelectionDisplay').innerText()).toBe('Show worked hours');
  });

  it('work by keyboard alone', async () => {
    await open(190);
    await editor('Ticket Due Dates').locator('.TabIndexHack').focus();
    await page.keyboard.press('Space');
    await editor('Assigned Resource').locator('.SelectionDisplay').focus();
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.locator('.Button2', { hasText: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/saved=1/);
    const { settings } = await settingsOf(sandbox, 190);
    expect(settings).toMatchObject({ ticketDueDates: true, resourceNames: 'hidden' });
  });

  it('show early access step by step, and force the first experience', async () => {
    await open(181);
    const experience = editor('Default First Time Client Portal Experience');
    expect(await experience.isVisible()).toBe(false);
    await editor('Enable Client Portal Early Access').locator('.TabIndexHack').click();
    expect(await experience.isVisible()).toBe(true);
    await editor('Prevent Legacy Client Portal access').locator('.TabIndexHack').click();
    expect(await experience.innerText()).toBe('Client Portal Early Access');
    // Forced, because the driver itself would wait for a disabled control.
    await experience.locator('.SelectionDisplay').click({ force: true });
    expect(await experience.locator('.ItemList').isVisible()).toBe(false);
    await save();
    const forced = { earlyAccess: true, preventLegacyPortal: true, firstExperience: 'early-access' };
    expect((await settingsOf(sandbox, 181)).settings).toMatchObject(forced);
  });

  it('offer the contact’s form on a right click', async () => {
    await open(175);
    await page.locator('tr.Display').first().click({ button: 'right' });
    await page.locator('.GridContextMenu a').click();
    await page.waitForURL(/ContactEdit.*contactId=403/);
  });

  it('keep the shell’s address on the page that its frame shows', async () => {
    await open(175, true);
    await page.frameLocator('[data-slot="iframe"] iframe').locator('tr.Display a').first().click();
    await page.waitForFunction(() => document.title === 'Edit Contact');
    await page.reload();
    const title = page.frameLocator('[data-slot="iframe"] iframe').locator('.Title > .Text');
    expect(await title.innerText()).toBe('Edit Contact');
  });

  it('never break the page’s content security policy', () => {
    expect(complaints).toEqual([]);
  });
});

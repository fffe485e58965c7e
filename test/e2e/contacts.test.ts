import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { eventually } from './drivers/tab.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { patchRest, queryRest, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** Of the demo company; both have an active login. */
const HUEBNER = { contact: 202, login: 40_202, name: 'Hübner, Jürgen' };
const SOMEBODY_ELSES_LOGIN = 40_203;
/** Three contacts of the demo company have it. */
const SHARED_EMAIL = 'versand@nordlicht.example';

/** The contacts of a company in the PSA's page, on the real worker and the real sandbox. */
describe('the contacts', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let context: BrowserContext;
  let page: Page;
  let frame: Frame;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    context = await launchChromiumWithExtension(extension.folder);
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    await page.goto(demoPage(psa.url));
    await findFrame();
  });

  afterAll(async () => {
    await context.close();
    await extension.remove();
    await psa.close();
  });

  async function findFrame(): Promise<void> {
    frame = await eventually('our block', async () => {
      for (const one of page.frames())
        if ((await one.locator('portal-company-page [data-place=users]').count()) > 0) return one;
      return undefined;
    });
    await frame.locator('portal-company-page [data-place=users]').click();
    await frame.locator('portal-contact-grid .rows .row').first().waitFor();
  }

  const grid = (): Locator => frame.locator('portal-contact-grid');
  const row = (name: string): Locator => grid().locator('.rows .row', { hasText: name });
  const search = (text: string): Promise<void> => grid().locator('input[type=search]').fill(text);
  const login = async (): Promise<Record<string, unknown> | undefined> =>
    (await queryRest(psa, 'ClientPortalUsers', 'id', HUEBNER.login))[0];

  /** Opens the editor of one of Hübner's cells, as people do by keyboard. */
  async function edit(column: 'userName' | 'level'): Promise<Locator> {
    await row(HUEBNER.name).locator(`.cell.${column}`).click();
    await page.keyboard.press('F2');
    const editor = row(HUEBNER.name).locator('.cell.editing').locator('input, select');
    await editor.waitFor();
    return editor;
  }

  it('get a new one by the form, which points out who has the same e-mail address', async () => {
    await grid().locator('.heading .new-contact').click();
    const form = frame.locator('portal-new-contact');
    await form.locator('#firstName').fill('Edda');
    await form.locator('#lastName').fill('Zeisig');
    await form.locator('#email').fill(SHARED_EMAIL.toUpperCase());
    await form.getByText('already has this e-mail address.').waitFor();
    await form.getByRole('button', { name: 'Add anyway' }).waitFor();
    expect(await queryRest(psa, 'Contacts', 'lastName', 'Zeisig')).toEqual([]);
    await form.locator('#email').fill('edda.zeisig@nordlicht.example');
    await form.getByRole('button', { name: 'Add contact' }).click();
    await row('Zeisig, Edda').waitFor();
    expect(await queryRest(psa, 'Contacts', 'lastName', 'Zeisig')).toMatchObject([
      { companyID: 174, firstName: 'Edda', emailAddress: 'edda.zeisig@nordlicht.example' },
    ]);
  });

  it('are edited in their rows: a user name at once, before the PSA has answered', async () => {
    await search('hubner jurgen');
    const editor = await edit('userName');
    await editor.fill('j.huebner');
    await row(HUEBNER.name).getByText('This user name is free.').waitFor();
    await fetch(new URL('/_sandbox/faults', psa.url), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ latencyMs: 1_500 }),
    });
    await editor.press('Enter');
    await row(HUEBNER.name).locator('.status .busy').waitFor();
    expect(await row(HUEBNER.name).locator('.userName').innerText()).toBe('j.huebner');
    await fetch(new URL('/_sandbox/faults', psa.url), { method: 'DELETE' });
    await grid().getByText(`The portal login of ${HUEBNER.name} is changed.`).first().waitFor();
    expect(await login()).toMatchObject({ userName: 'j.huebner' });
  });

  it('keep the text that the PSA refuses, because somebody was faster', async () => {
    const editor = await edit('userName');
    await editor.fill('dispatch');
    await row(HUEBNER.name).getByText('This user name is free.').waitFor();
    await patchRest(psa, 'ClientPortalUsers', { id: SOMEBODY_ELSES_LOGIN, userName: 'dispatch' });
    await editor.press('Enter');
    await grid().getByText(`The portal login of ${HUEBNER.name} was not changed.`).first().waitFor();
    expect(await row(HUEBNER.name).locator('.userName').innerText()).toBe('j.huebner');
    expect(await login()).toMatchObject({ userName: 'j.huebner' });
    const again = await edit('userName');
    expect(await again.inputValue()).toBe('dispatch');
    await again.press('Escape');
  });

  it('are given another level in their rows', async () => {
    const editor = await edit('level');
    await editor.selectOption({ label: 'Manager' });
    await editor.press('Enter');
    await expect.poll(login).toMatchObject({ securityLevel: 3, userName: 'j.huebner' });
    expect(await row(HUEBNER.name).locator('.level').innerText()).toBe('Manager');
  });

  it('are opened in the PSA’s own page, in a new tab', async () => {
    await row(HUEBNER.name).locator('.more').click();
    const opening = context.waitForEvent('page');
    await frame.getByRole('menuitem', { name: 'Edit contact …' }).click();
    const tab = await opening;
    await tab.locator('input[name=lastName]').waitFor();
    expect(await tab.locator('input[name=lastName]').inputValue()).toBe('Hübner');
    expect(new URL(tab.url()).searchParams.get('contactId')).toBe(String(HUEBNER.contact));
    await tab.close();
  });

  it('are selected as they are filtered, whatever is shown afterwards', async () => {
    await search(SHARED_EMAIL);
    await grid().locator('.head .box input').check();
    const bar = grid().locator('.selection-bar');
    expect(await bar.locator('strong').innerText()).toBe('3 selected');
    await search('');
    expect(await grid().getByRole('grid').getAttribute('aria-rowcount')).toBe('130');
    expect(await bar.locator('strong').innerText()).toBe('3 selected');
    await bar.getByRole('button', { name: 'Select none' }).click();
    await bar.waitFor({ state: 'detached' });
  });

  it('have their columns again after a reload, of which the page’s own storage knows nothing', async () => {
    await grid().getByRole('button', { name: 'Columns', exact: true }).click();
    const chooser = grid().locator('#chooser');
    await chooser.getByLabel('Phone', { exact: true }).uncheck();
    await chooser.getByRole('button', { name: 'Move E-mail towards the start' }).click();
    await page.keyboard.press('Escape');
    await grid().locator('.head [data-column=title] .sort').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    const arranged = await columns();
    expect(arranged.map(([id]) => id)).toEqual([
      ...['name', 'status', 'level', 'email', 'userName', 'title', 'contact', 'actions'],
    ]);
    await expect.poll(kept).toContain('title');
    await page.reload();
    await findFrame();
    await expect.poll(columns).toEqual(arranged);
    for (const one of page.frames()) expect(await one.evaluate(storedByPage)).toEqual([]);
  });

  /** The columns from the left, with their widths. */
  function columns(): Promise<[string | undefined, number][]> {
    return grid()
      .locator('.head [data-column]')
      .evaluateAll((heads) =>
        (heads as HTMLElement[]).map(({ dataset, offsetWidth }) => [dataset.column, offsetWidth]),
      );
  }

  /** What the extension remembers of its grids, as text. */
  async function kept(): Promise<string> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    return worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get('grid-layouts')));
  }
});

/** The browser's own API in the worker, where the driver runs one of these functions. */
declare const chrome: { storage: { local: { get(key: string): Promise<unknown> } } };

/** In the page. */
function storedByPage(): string[] {
  return [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat() as string[]);
}

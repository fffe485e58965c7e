import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import type { JobDraft } from '../../src/contract/index.js';
import { eventually } from './drivers/tab.js';
import { axeViolations } from './support/axe.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { openContentWorld } from './support/content-world.js';
import { queryRest, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

const COMPANY = 174;
const COUNT = 5;

/** The plan to give the first contacts without an account one. */
async function planFor(psa: Psa): Promise<JobDraft> {
  const contacts = await queryRest(psa, 'Contacts', 'companyID', COMPANY);
  const ids = contacts.map(({ id }) => Number(id));
  const accounts = await queryRest(psa, 'ClientPortalUsers', 'contactID', ids);
  const taken = new Set(accounts.map(({ contactID }) => Number(contactID)));
  const formats = { dateFormat: 15, timeFormat: 3, numberFormat: 2 };
  const steps = contacts
    .filter(({ id, isActive }) => !taken.has(Number(id)) && Number(isActive) === 1)
    .slice(0, COUNT)
    .map(({ id, firstName, lastName }): JobDraft['steps'][number] => ({
      action: 'create',
      contactId: Number(id),
      contactName: `${String(lastName)}, ${String(firstName)}`,
      account: {
        contactId: Number(id),
        userName: `job${String(id)}@oberdorf.example`,
        isActive: true,
        securityLevel: 1,
        ...formats,
      },
    }));
  return { id: crypto.randomUUID(), companyId: COMPANY, companyName: 'Käserei', kind: 'activate', steps };
}

/** A job on the real worker and the real sandbox, as people see it in the PSA's page and in the extension's own pages. */
describe('a job', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let context: BrowserContext;
  let page: Page;
  let draft: JobDraft;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    context = await launchChromiumWithExtension(extension.folder);
    draft = await planFor(psa);
  });

  afterAll(async () => {
    await context.close();
    await extension.remove();
    await psa.close();
  });

  async function openPage(name: 'jobs' | 'journal'): Promise<Page> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    page = await context.newPage();
    await page.goto(new URL(`src/pages/${name}/${name}.html`, worker.url()).href);
    return page;
  }

  /** Each planned contact's account as the PSA has it: whether it is active. */
  async function activeInPsa(): Promise<unknown[]> {
    const ids = draft.steps.map(({ contactId }) => contactId);
    const accounts = await queryRest(psa, 'ClientPortalUsers', 'contactID', ids);
    return accounts.map(({ isClientPortalActive }) => isClientPortalActive);
  }

  it('appears in the page of its company while it runs, and says when it is done', async () => {
    page = await context.newPage();
    await page.goto(demoPage(psa.url, { companyId: COMPANY }));
    const frame = await eventually('our block', async () => {
      for (const one of page.frames()) if ((await one.locator('portal-page-panel').count()) > 0) return one;
      return undefined;
    });
    await frame.locator('portal-company-page [data-place=jobs]').click();
    await frame.locator('portal-job-list .nothing').waitFor();
    const world = await openContentWorld(context, page);
    expect(await world.send({ kind: 'start-job', payload: draft })).toMatchObject({ ok: true });
    await frame.locator('portal-job-card .pill', { hasText: 'Finished' }).waitFor();
    expect(await frame.locator('portal-job-card h3').innerText()).toBe(`Activate ${COUNT} contacts`);
    expect(await activeInPsa()).toEqual(draft.steps.map(() => true));
  });

  it('stands in the jobs page, where its initial passwords are shown once', async () => {
    const jobs = await openPage('jobs');
    await jobs.getByText(`Activate ${COUNT} contacts`).first().waitFor();
    expect(await axeViolations(jobs)).toEqual([]);
    await jobs.getByRole('button', { name: 'Show once' }).click();
    await jobs.locator('td.password').first().waitFor();
    expect(await jobs.locator('td.password').count()).toBe(COUNT);
    await jobs.reload();
    await jobs.getByText(`Activate ${COUNT} contacts`).first().waitFor();
    expect(await jobs.getByRole('button', { name: 'Show once' }).count()).toBe(0);
  });

  it('is undone there as far as it can be', async () => {
    await page.getByRole('button', { name: 'Undo …' }).click();
    await page.getByText(`${COUNT} logins that it created are deactivated`).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText(`Undo a job for ${COUNT} contacts`).first().waitFor();
    await expect.poll(activeInPsa, { timeout: 20_000 }).toEqual(draft.steps.map(() => false));
  });

  it('left every write in the journal, found by what one remembers of it', async () => {
    const journal = await openPage('journal');
    await journal.locator('tbody tr').first().waitFor();
    expect(await journal.locator('tbody tr').count()).toBe(2 * COUNT);
    expect(await journal.locator('td.done').count()).toBe(2 * COUNT);
    expect(await axeViolations(journal)).toEqual([]);
    await journal.getByLabel('Search').fill(draft.steps[0]?.contactName ?? '');
    await expect.poll(() => journal.locator('tbody tr').count()).toBe(2);
  });
});

import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { queryRest, requestsSeen, startPsa, type Psa } from '../e2e/support/psa.js';
import { serveFolder } from '../e2e/support/storybook.js';
import { createApp, type App } from './support/app.js';
import { complaintsOf } from './support/complaints.js';

const COMPANY = 174;
/** A contact of the company without an account. */
const NEWLY_ACTIVE = 270;

/** A page of another origin that knows the package and the service, and nothing of an extension. */
const page = (service: string): string => `<!doctype html>
<html lang="en">
  <title>App</title>
  <script src="node_modules/psa-portal-admin/script.js"></script>
  <portal-provider id="portal">
    <portal-job-list company-id="${COMPANY}" recent></portal-job-list>
    <portal-contact-grid company-id="${COMPANY}"></portal-contact-grid>
  </portal-provider>
  <script>
    const { memoryJobs, portalService } = PortalAdmin;
    const admin = portalService({ baseUrl: '${service}portal/v1', getToken: () => 'sandbox-portal-token' });
    Object.assign(document.getElementById('portal'), { admin, jobs: memoryJobs(admin) });
  </script>
</html>`;

describe('contacts in a page, on the portal service alone', () => {
  let psa: Psa;
  let app: App;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let browser: Browser;
  let tab: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    psa = await startPsa();
    app = await createApp({ 'index.html': page(psa.url) });
    server = await serveFolder(app.folder);
    browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
    tab = await browser.newPage({ viewport: { width: 1180, height: 1000 } });
    tab.setDefaultTimeout(15_000);
    complaints = complaintsOf(tab);
    await tab.goto(server.url);
    await grid().locator('.rows .row').first().waitFor();
  });
  afterEach(() => fetch(new URL('/_sandbox/faults', psa.url), { method: 'DELETE' }));
  afterAll(async () => {
    await browser.close();
    await server.close();
    await app.remove();
    await psa.close();
  });

  const grid = (): Locator => tab.locator('portal-contact-grid');
  const row = (name: string): Locator => grid().locator('.rows .row', { hasText: name });
  const search = (text: string): Promise<void> => grid().locator('input[type=search]').fill(text);
  const order = (rule: object): Promise<unknown> =>
    fetch(new URL('/_sandbox/faults', psa.url), {
      method: 'PUT',
      body: JSON.stringify({ rules: [{ times: 1, ...rule }] }),
    });

  it('activates one contact, though the answer is lost on the way', async () => {
    const [contact] = await queryRest(psa, 'Contacts', 'id', NEWLY_ACTIVE);
    const { firstName, lastName } = contact as { firstName: string; lastName: string };
    await search(`${lastName} ${firstName}`);
    await row(`${lastName}, ${firstName}`).first().locator('.more').click();
    await tab.getByRole('menuitem', { name: 'Activate portal login …' }).click();
    const dialog = grid().locator('portal-activation-dialog');
    await dialog.locator('#userName').fill('from.a.page');
    await dialog.getByText('This user name is free.').waitFor();
    await order({ match: 'POST /portal-users', drop: 'after' });
    await dialog.getByRole('button', { name: 'Activate login' }).click();
    await expect
      .poll(() => queryRest(psa, 'ClientPortalUsers', 'userName', 'from.a.page'))
      .toMatchObject([{ isClientPortalActive: true }]);
    await dialog.getByRole('button', { name: 'Activate login' }).waitFor({ state: 'hidden' });
    await search('');
  });

  it('adds one contact, and one only, though the answer is lost on the way', async () => {
    await grid().locator('.heading .new-contact').click();
    const form = grid().locator('portal-new-contact');
    await form.locator('#firstName').fill('Edda');
    await form.locator('#lastName').fill('Zeisig');
    await form.locator('#email').fill('edda.zeisig@nordlicht.example');
    await order({ match: 'POST /contacts', drop: 'after' });
    await form.getByRole('button', { name: 'Add contact' }).click();
    await row('Zeisig, Edda').waitFor();
    expect(await queryRest(psa, 'Contacts', 'lastName', 'Zeisig')).toMatchObject([
      { companyID: COMPANY, firstName: 'Edda', emailAddress: 'edda.zeisig@nordlicht.example' },
    ]);
    await search('');
  });

  it('deactivates all that are active in one go, and tells what became of each', async () => {
    const contacts = await queryRest(psa, 'Contacts', 'companyID', COMPANY);
    const ids = contacts.map(({ id }) => Number(id));
    const active = async (): Promise<number> =>
      (await queryRest(psa, 'ClientPortalUsers', 'contactID', ids)).filter((one) => one.isClientPortalActive)
        .length;
    const before = await active();
    expect(before).toBeGreaterThan(20);
    await grid().locator('.head .box input').check();
    await grid().locator('[data-bulk=deactivate]').click();
    await order({ match: `PATCH /portal/v1/companies/${COMPANY}/portal-users/*`, drop: 'after', times: 3 });
    await tab.locator('portal-bulk-change .start').click();
    await expect.poll(active, { timeout: 30_000 }).toBe(0);
    const card = tab.locator('portal-job-list portal-job-card');
    await card.locator('summary').click();
    const results = card.locator('portal-job-results');
    await results.getByRole('button', { name: `Done ${before}`, exact: true }).waitFor();
    await results.getByRole('button', { name: `All ${ids.length}`, exact: true }).waitFor();
    await results.getByRole('button', { name: `Done ${before}`, exact: true }).click();
    const shown = results.locator('.rows .row span.outcome');
    await expect.poll(() => shown.and(results.locator(':not(.done)')).count()).toBe(0);
    expect(await shown.count()).toBeGreaterThan(5);
  });

  it('asked nothing but the portal service, and left nothing in the console but the cut connections', async () => {
    const asked = (await requestsSeen(psa)).filter((line) => !/ \/ATServicesRest\//i.test(line));
    expect(asked.filter((line) => !/^[A-Z]+ \/portal\/v1\//.test(line))).toEqual([]);
    expect(complaints.filter((words) => !/ERR_(EMPTY_RESPONSE|CONNECTION_RESET)/.test(words))).toEqual([]);
  });
});

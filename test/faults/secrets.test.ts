import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page, Request, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../sandbox/faults/faults.js';
import { deriveInto } from '../../scripts/build/derive.js';
import { demoConnection } from '../../scripts/start/demo.js';
import { launchChromiumWithExtension } from '../e2e/support/chromium.js';
import type { ContentWorld } from '../e2e/support/content-world.js';
import { releaseZip } from '../e2e/support/release-zips.js';
import { answerOf, companyPage } from './support/fault-browser.js';
import { COMPANY, startFaultPsa, type FaultPsa } from './support/fault-psa.js';
import { domOf, filesWith, listenToLogs, record, search, storedIn, type Places } from './support/places.js';
import { creation } from './support/plans.js';

const PASSPHRASE = 'lorry violin seldom quartz';
const WRONG = { secret: 'S3CRET-of-nobody', passphrase: 'quartz seldom violin lorry' };
/** What the test leaves in each place, to show that the search would find it there. */
const PLANTED = 'planted-word-of-the-test';
/** In memory, for the extension alone: the only place where secrets may be, and these the only keys. */
const ALLOWED = /^storage\.session (secret:|initial-password:|access-token:|sign-in-begun:|vault-key)/;

declare const chrome: {
  storage: Record<'local' | 'sync' | 'session', { set(items: object): Promise<void> }>;
};

/** A whole working day with the vault, on the real worker and the real sandbox; then everything is searched. */
describe('secrets', () => {
  let psa: FaultPsa;
  let folder: string;
  let context: BrowserContext;
  let worker: Worker;
  let logs: string[];
  let options: Page;
  let psaPage: Page;
  let world: ContentWorld;
  let words: string[];
  /** What the worker and the authorization server told each other, by the parameters' names. */
  const oauth = new Map<string, Set<string>>();
  let passwords: string[] = [];
  /** Everything that could be read while the browser ran. */
  const places: Places = new Map();

  /** All that was typed, given or made so far. */
  const secrets = (): string[] => [...words, ...passwords, ...[...oauth.values()].flatMap((all) => [...all])];
  const button = (name: string) =>
    options.getByRole('button', { name, exact: true }).filter({ visible: true });
  const field = (name: string) => options.getByLabel(name, { exact: true }).filter({ visible: true });
  const unlock = async (passphrase: string): Promise<void> => {
    await field('Passphrase of the vault').fill(passphrase);
    await options
      .locator('portal-vault-unlock button:not([aria-disabled])')
      .filter({ visible: true })
      .click();
  };

  beforeAll(async () => {
    psa = await startFaultPsa(12);
    const { autotask, portalService } = demoConnection(psa.url);
    words = [autotask.secret, portalService.token, PASSPHRASE, WRONG.secret, WRONG.passphrase];
    folder = await mkdtemp(path.join(tmpdir(), 'faults-secrets-'));
    const extension = path.join(folder, 'extension');
    await deriveInto(extension, releaseZip('chromium'), { openShadowRoots: true });
    context = await launchChromiumWithExtension(extension, { profile: path.join(folder, 'profile') });
    worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    logs = listenToLogs(context);
    context.on('requestfinished', (request) => void overhear(request, oauth));
    options = await context.newPage();
    await options.addInitScript(record);
    await options.goto(new URL('src/pages/options/options.html', worker.url()).href);
  });
  afterAll(async () => {
    await context.close();
    await psa.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are typed once, after a wrong one', async () => {
    const { psaOrigin, autotask, portalService } = demoConnection(psa.url);
    // On the first visit the form is there by itself.
    await field('PSA address').fill(psaOrigin);
    await field('API user name').fill(autotask.user);
    await field('Secret').fill(WRONG.secret);
    await field('Integration code').fill(autotask.integrationCode);
    await field('API address').fill(autotask.baseUrl ?? '');
    await button('Test').click();
    await options.getByText('does not accept the secrets').first().waitFor();
    await field('Secret').fill(autotask.secret);
    await field('Service address').fill(portalService.url);
    await options.getByLabel('Personal access token').check();
    await field('Access token').fill(portalService.token);
    await options.getByLabel('Remembered, protected by your passphrase').check();
    await field('New passphrase').fill(PASSPHRASE);
    await field('The same once more').fill(PASSPHRASE);
    await button('Create the vault').click();
    // The button is called otherwise while it works, so only its element tells when it is done.
    await options.locator('portal-connection-form portal-vault-create').waitFor({ state: 'detached' });
    await button('Save').click();
    await button('Edit').waitFor();
  });

  it('open the vault again after it was locked', async () => {
    await options.getByRole('link', { name: 'Vault' }).click();
    await button('Lock now').click();
    await unlock(WRONG.passphrase);
    await options.getByText('This is not the passphrase.').first().waitFor();
    await unlock(PASSPHRASE);
    await button('Lock now').waitFor();
  });

  it('sign in at the real authorization server, and renew what is too old', async () => {
    await options.getByRole('link', { name: 'Connections' }).click();
    await button('Edit').click();
    await options.getByLabel('Sign in with your own account (recommended)').check();
    await button('Save').click();
    const opened = context.waitForEvent('page');
    await button('Sign in').click();
    const service = await opened;
    await service.locator('input[name="name"]').fill('admin');
    await service.locator('input[name="password"]').fill('admin');
    await service.keyboard.press('Enter');
    await service.locator('button[value="allow"]').click();
    await options.getByText('You are signed in').first().waitFor();
    // A lock drops the access token, so that the next call needs another one.
    await lockAndUnlock();
    await tests(/It answers, and accepts the secrets/, 2);
    await expect.poll(() => oauth.get('refresh_token')?.size).toBeGreaterThan(1);
    expect([...oauth.keys()].sort()).toEqual(['access_token', 'code', 'code_verifier', 'refresh_token']);
  });

  it('meet answers that nobody can read and that quote them, from every server', async () => {
    await psa.setFaults({ rules: [{ match: '* *', garble: true }] });
    await tests(/answer that was not expected/, 1);
    await lockAndUnlock();
    await tests(/answer that was not expected/, 1);
    await psa.clearFaults();
    await tests(/It answers, and accepts the secrets/, 2);
  });

  async function lockAndUnlock(): Promise<void> {
    await options.getByRole('link', { name: 'Vault' }).click();
    await button('Lock now').click();
    await unlock(PASSPHRASE);
    await button('Lock now').waitFor();
    await options.getByRole('link', { name: 'Connections' }).click();
  }

  /** Tests the connection until the report says so, so many times. */
  async function tests(result: RegExp, times: number): Promise<void> {
    await button('Test').click();
    await options
      .getByText(result)
      .filter({ visible: true })
      .nth(times - 1)
      .waitFor();
  }

  it('let a job make accounts with initial passwords, through a refusal of the credentials', async () => {
    psaPage = await context.newPage();
    world = await companyPage(context, psaPage, psa.url);
    await world.run(record, undefined);
    const refusal = { status: 401, errors: ['The credentials are not valid.'], times: 1 };
    await psa.setFaults({ rules: [{ match: 'POST /ClientPortalUsers', ...refusal }] });
    const send = (message: object) => world.send(message);
    const plan = creation(psa.people, randomFrom(1));
    const draft = { ...plan.draft, companyName: `${COMPANY.name} ${PLANTED}` };
    await answerOf('start-job', () => send({ kind: 'start-job', payload: draft }));
    const jobs = () => answerOf('jobs', () => send({ kind: 'jobs', payload: {} }));
    await expect
      .poll(jobs, { timeout: 60_000 })
      .toMatchObject([{ state: 'running', waiting: { error: { code: 'auth' } } }]);
    const resume = { jobId: draft.id, action: 'resume' };
    await answerOf('steer-job', () => send({ kind: 'steer-job', payload: resume }));
    await expect
      .poll(jobs, { timeout: 60_000 })
      .toMatchObject([{ state: 'finished', counts: { done: psa.people.length } }]);
  });

  it('are found nowhere but in memory, where they belong', async () => {
    await plant();
    for (const [place, text] of await storedIn(options)) places.set(place, text);
    places.set('told to the page', (await world.run(() => globalThis.heard, undefined)).join('\n'));
    places.set('told to the options', (await options.evaluate(() => globalThis.heard)).join('\n'));
    places.set('logs', logs.join('\n'));
    places.set('DOM of the page', await domOf(psaPage));
    places.set('DOM of the options', await domOf(options));
    const jobs = await answerOf('jobs', () => world.send({ kind: 'jobs', payload: {} }));
    const taken = await answerOf('take-passwords', () =>
      world.send({ kind: 'take-passwords', payload: { jobId: jobs[0]?.id } }),
    );
    passwords = taken.map(({ password }) => password);
    expect(passwords).toHaveLength(psa.people.length);
    const found = search(places, secrets());
    expect(found.filter((where) => !ALLOWED.test(where))).toEqual([]);
    expect(found.filter((where) => ALLOWED.test(where))).not.toEqual([]);
  });

  it('are not in the profile on disk either', async () => {
    await context.close();
    const profile = path.join(folder, 'profile');
    const found = await Promise.all(secrets().map((word) => filesWith(profile, word)));
    expect(found.flat()).toEqual([]);
    expect((await filesWith(profile, PLANTED)).length).toBeGreaterThan(0);
  });

  it('would have been found in each of these places', () => {
    expect(search(places, [PLANTED]).map((found) => found.split(':')[0])).toEqual(
      expect.arrayContaining([
        'storage.local planted',
        'storage.sync planted',
        'storage.session planted',
        'IndexedDB planted.words',
        'told to the page',
        'told to the options',
        'logs',
        'DOM of the page',
        'DOM of the options',
      ]),
    );
  });

  /** The job's company is called like the planted word, so that the worker tells it to the pages by itself. */
  async function plant(): Promise<void> {
    await options.evaluate(async (word) => {
      for (const area of ['local', 'sync', 'session'] as const)
        await chrome.storage[area].set({ planted: word });
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('planted');
        opening.onupgradeneeded = () => opening.result.createObjectStore('words').add({ word }, 1);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(new Error('no database'));
      });
    }, PLANTED);
    // As source: the lint rules for our own logs don't hold for what is logged on purpose.
    const write = `console.log('${PLANTED}'); document.body.dataset.planted = '${PLANTED}'`;
    for (const page of [options, psaPage]) await page.evaluate(write);
    await worker.evaluate(`console.log('${PLANTED} of the worker')`);
  }
});

/** Everything of a request for tokens, and of its answer, that nobody else may see. */
async function overhear(request: Request, heard: Map<string, Set<string>>): Promise<void> {
  if (!request.url().endsWith('/oauth/token')) return;
  const hear = (name: string, value: unknown): void => {
    const isSecret = ['code', 'code_verifier', 'access_token', 'refresh_token'].includes(name);
    if (isSecret && typeof value === 'string') heard.set(name, (heard.get(name) ?? new Set()).add(value));
  };
  for (const [name, value] of new URLSearchParams(request.postData() ?? '')) hear(name, value);
  const answer: unknown = await (await request.response())?.json().catch(() => undefined);
  for (const [name, value] of Object.entries(answer ?? {})) hear(name, value);
}

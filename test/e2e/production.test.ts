import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoConnection, shellPath } from '../../scripts/start/demo.js';
import { chromiumPerson } from './production/chromium.js';
import { firefoxPerson } from './production/firefox.js';
import { click, fill, see, type Person } from './production/person.js';
import { startVendorPsa, type VendorPsa } from './production/vendor-psa.js';
import { readSettings, requestsSeen } from './support/psa.js';
import { releaseZip } from './support/release-zips.js';

const COMPANY = 174;
const KNOWLEDGE_BASE = 'Knowledge base articles';
const POLL = { timeout: 15_000 };

const browsers = [
  { target: 'chromium', open: chromiumPerson },
  { target: 'firefox', open: firefoxPerson },
] as const;

/**
 * What the stores get, untouched: no connection built in, closed roots, the vendor's hosts only. So the vendor's host is
 * where the sandbox answers, over TLS, and somebody with a mouse and a keyboard does what a new user does.
 */
describe.each(browsers)('the zip for the store, in $target', ({ target, open }) => {
  let psa: VendorPsa;
  let person: Person;

  beforeAll(async () => {
    psa = await startVendorPsa();
    person = await open(releaseZip(target), psa.url);
  });
  afterAll(async () => {
    await person.leave();
    await psa.close();
  });

  const isKnowledgeBaseOn = async () => {
    const told = (await readSettings(psa, COMPANY)) as { settings: { knowledgeBase: boolean } };
    return told.settings.knowledgeBase;
  };

  it('is connected on its own options page', async () => {
    const { autotask, portalService } = demoConnection(psa.url);
    await person.gotoOptions();
    await fill(person, 'PSA address', psa.origin);
    await fill(person, 'API user name', autotask.user);
    await fill(person, 'Secret', autotask.secret);
    await fill(person, 'Integration code', autotask.integrationCode);
    await fill(person, 'Service address', `${psa.origin}/portal/v1`);
    await click(person, 'radio', 'Personal access token');
    await fill(person, 'Access token', portalService.token);
    await click(person, 'button', 'Test');
    await see(person, 'text', 'It answers, and accepts the secrets.');
    await click(person, 'button', 'Save');
    await see(person, 'button', 'Forget');
  });

  it('shows its block in the page of the PSA, with nothing but closed roots', async () => {
    await person.goto(psa.origin + shellPath(psa.origin, COMPANY));
    await fill(person, 'User name', 'admin');
    await fill(person, 'Password', 'admin');
    await person.press('Enter');
    await see(person, 'checkbox', KNOWLEDGE_BASE);
    const modes = await person.rootModes();
    expect(modes.length).toBeGreaterThan(5);
    expect(new Set(modes)).toEqual(new Set(['closed']));
  });

  it('changes a setting by mouse and keyboard, and the PSA has it', async () => {
    const isChecked = async () => (await see(person, 'checkbox', KNOWLEDGE_BASE)).isChecked;
    expect(await isKnowledgeBaseOn()).toBe(true);
    await click(person, 'checkbox', KNOWLEDGE_BASE);
    await expect.poll(isChecked, POLL).toBe(false);
    await person.press('Space');
    await expect.poll(isChecked, POLL).toBe(true);
    await person.press('Space');
    await expect.poll(isChecked, POLL).toBe(false);
    await click(person, 'button', 'Save', 'Discard');
    await expect.poll(isKnowledgeBaseOn, POLL).toBe(false);
    // Until the page has heard it, it would ask before it is left.
    await see(person, 'text', 'Saved.');
  });

  it('is disconnected, says so in the page, and asks for nothing more', async () => {
    await person.gotoOptions();
    await click(person, 'button', 'Forget');
    await click(person, 'button', 'Forget', 'Keep');
    await see(person, 'text', 'No connection yet.');
    const before = await requestsSeen(psa);
    await person.goto(psa.origin + shellPath(psa.origin, COMPANY));
    await see(person, 'text', 'The settings cannot be read through this connection.');
    const ours = (await person.things()).filter(({ name }) => name === KNOWLEDGE_BASE);
    expect(ours.map(({ role }) => role)).toEqual(['text']);
    const since = (await requestsSeen(psa)).slice(before.length);
    expect(since.filter((request) => /\/(ATServicesRest|portal\/v1)\//i.test(request))).toEqual([]);
    expect(since).not.toEqual([]);
  });
});

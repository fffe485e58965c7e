import { oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { gridCsv } from '../../../src/components/data-grid/grid-export.js';
import { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import { dayIn, startOfDay, type SsoEvent } from '../../../src/model/index.js';
import { openLog, signIn, withLog } from './stage.js';

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const ada = { contactId: 1_740_001, contactName: 'Lovelace, Ada', userName: 'ada', securityLevel: 'Basic' };
const max = { contactId: 1_740_002, contactName: 'Planck, Max', userName: 'max', securityLevel: 'Manager' };

/** The certificate has expired; Ada is in again, Max is not, and somebody is unknown. */
const fewEvents: readonly SsoEvent[] = [
  signIn(5, `${yesterday}T12:00:00.000Z`, ada),
  signIn(4, `${yesterday}T11:00:00.000Z`, { ...max, type: 'saml-certificate-expired' }),
  signIn(3, `${yesterday}T10:00:00.000Z`, { ...ada, type: 'saml-certificate-expired' }),
  signIn(2, `${yesterday}T09:00:00.000Z`, {
    type: 'contact-does-not-exist',
    detail: '=HYPERLINK("http://evil.example")',
  }),
  signIn(1, `${yesterday}T08:00:00.000Z`, { ...max, identityProvider: 'Entra ID' }),
];

const few = { seed: withLog(fewEvents) };

describe('<portal-sso-log> in the grid', () => {
  it('has the columns of the log, the newest first (L1)', async () => {
    const stage = await openLog(few);
    const headings = stage.all('.head [role=columnheader] .text').map((one) => one.textContent.trim());
    expect(headings.slice(0, 7)).toEqual([
      ...['Date (Europe/Berlin)', 'Contact', 'Security level', 'User name'],
      ...['Identity provider', 'Event type', 'Detail'],
    ]);
    expect(stage.cells('userName')).toEqual(['ada', 'max', 'ada', '–', 'max']);
    expect(stage.cells('type')[3]).toBe('Contact does not exist');
  });

  it('filters by the values that occur, and by outcome (L3)', async () => {
    const stage = await openLog(few);
    await stage.openMenu('provider');
    stage.enter('.column-menu select', 'choice');
    await stage.until(() => stage.has('.column-menu .choices input'));
    expect(stage.all('.column-menu .choice').map((one) => one.textContent.trim())).toEqual([
      'Entra ID',
      'Okta',
    ]);
    stage.get('.column-menu .choices input').click();
    await stage.until(() => stage.text('.foot').startsWith('1 of 5'));
    await stage.click('.filter-chip button');
    await stage.click('.chips .chip:nth-child(2)');
    expect(stage.text('.chips')).toBe('All 5 Failed 3 Succeeded 2');
    expect(stage.cells('userName')).toEqual(['max', 'ada', '–']);
  });

  it('filters days of the company’s time zone, not of the reader’s (L3)', async () => {
    const zone = 'Pacific/Kiritimati';
    const at = `${yesterday}T20:00:00.000Z`;
    const day = dayIn(Date.parse(at), zone);
    const stage = await openLog({
      seed: withLog([signIn(2, at), signIn(1, `${yesterday}T05:00:00.000Z`)], zone),
    });
    await stage.openMenu('at');
    stage.enter('.column-menu select', 'range');
    await stage.until(() => stage.has('.column-menu input[type=date]'));
    stage.enter('.column-menu input[type=date]', day);
    await stage.until(() => stage.text('.foot').startsWith('1 of 2'));
    const grid = stage.get('portal-data-grid');
    if (!(grid instanceof PortalDataGrid)) throw new Error('no grid');
    expect(grid.view?.filters.at).toEqual({ kind: 'range', from: startOfDay(day, zone), to: null });
  });

  it('exports what is shown, with no formula in it (L3)', async () => {
    const stage = await openLog(few);
    const grid = stage.get('portal-data-grid');
    if (!(grid instanceof PortalDataGrid) || grid.rows === undefined) throw new Error('no grid');
    const csv = await (await gridCsv(grid.rows, false)).text();
    expect(csv.split('\r\n')).toHaveLength(6);
    expect(csv).toContain('"\'=HYPERLINK(""http://evil.example"")"');
    expect(csv).toContain('"SAML certificate expired"');
  });

  it('remembers how its columns are arranged (L3)', async () => {
    const stage = await openLog(few);
    await stage.click('.head .userName .sort');
    const stored = (): string =>
      Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
        .filter((key) => key.includes('sso-log'))
        .map((key) => localStorage.getItem(key))
        .join();
    await stage.until(() => stored().includes('"id":"userName","isDescending"'));
  });
});

describe('<portal-sso-log> what fails most', () => {
  it('comes first, with how many people it keeps out (L2)', async () => {
    const stage = await openLog(few);
    expect(stage.text('.summary li')).toMatch(
      /^SAML certificate expired 2 times · 2 people · 1 of them not signed in since · last /,
    );
    expect(stage.text('.summary li:nth-child(2)')).toContain('Contact does not exist once · 1 person');
  });

  it('shows its sign-ins on request', async () => {
    const stage = await openLog(few);
    await stage.click('.summary li .plain');
    await stage.until(() => stage.text('.foot').startsWith('2 of 5'));
    expect(new Set(stage.cells('type'))).toEqual(new Set(['SAML certificate expired']));
    await stage.until(() => stage.focused?.classList.contains('cell') === true);
  });

  it('is calm where nothing failed', async () => {
    const stage = await openLog({ seed: withLog(fewEvents.filter(({ type }) => type === 'success')) });
    expect(stage.text('.summary')).toBe('No sign-in failed in the last 7 days.');
  });
});

describe('<portal-sso-log> what to do', () => {
  it('says it for a kind of failure', async () => {
    const stage = await openLog(few);
    await stage.click('.summary li [aria-haspopup=dialog]');
    await stage.until(() => stage.has('portal-dialog[open] ol'));
    expect(stage.text('portal-dialog')).toContain('Renew the signing certificate in the identity provider.');
    expect(stage.text('portal-dialog')).toContain('Upload the new certificate in the PSA');
  });

  it('says it for one sign-in, and leads to its contact', async () => {
    const stage = await openLog(few);
    await stage.click('.rows .explain');
    await stage.until(() => stage.has('portal-dialog[open] dl'));
    expect(stage.text('dl')).toContain('Planck, Max');
    const asked = oneEvent(stage.element, 'portal-edit-contact');
    await stage.click('.button.contact');
    const event: unknown = await asked;
    expect(event).toMatchObject({ detail: { contact: { id: max.contactId, companyId: 174 } } });
  });

  it('leads to a contact from its name, and says where it is edited where no app does it', async () => {
    const stage = await openLog(few);
    await stage.click('.rows .contact button');
    expect(stage.text('.notices')).toContain('Search for Lovelace, Ada there');
    stage.element.addEventListener('portal-edit-contact', (event) => event.preventDefault());
    await stage.click('.rows .contact button');
    expect(stage.has('.notices .notice')).toBe(false);
  });

  it('offers nothing where a sign-in succeeded', async () => {
    const stage = await openLog({ seed: withLog([signIn(1, `${yesterday}T12:00:00.000Z`, ada)]) });
    expect(stage.has('.rows .explain')).toBe(false);
  });
});

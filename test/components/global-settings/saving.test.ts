import { describe, expect, it } from 'vitest';
import type { PortalErrorData } from '../../../src/contract/index.js';
import { openGlobals, type Stage } from './stage.js';

const mine = { requestTypeId: 12, priority: 3, queueId: 9, titleEditable: false };

async function conflict(theirs: Parameters<Stage['admin']['globalSavedByAnother']>[0]): Promise<Stage> {
  const stage = await openGlobals();
  await stage.choose('twoFactor', 'all');
  stage.admin.globalSavedByAnother(theirs, 'Ole Brüggemann');
  await stage.save();
  return stage;
}

describe('<portal-global-settings> saving', () => {
  it('saves what changed, tells it, and is clean again (D1)', async () => {
    const stage = await openGlobals();
    const heard: unknown[] = [];
    for (const type of ['portal-global-settings-saved', 'portal-dirty-changed'] as const)
      stage.element.addEventListener(type, ({ detail }) => heard.push(detail));
    await stage.enter('#quick-ticket-type', String(mine.requestTypeId));
    await stage.enter('#quick-ticket-priority', String(mine.priority));
    await stage.enter('#quick-ticket-queue', String(mine.queueId));
    await stage.click('#quick-ticket-title');
    await stage.enter('#tickets-from-day', '2025-03-31');
    await stage.save();
    expect(stage.text('.passing')).toBe('Saved. Quick ticket and Tickets shown');
    const snapshot = await stage.admin.globalSettings();
    expect(snapshot.settings).toMatchObject({ quickTicket: mine, ticketsFrom: '2025-03-31' });
    expect(stage.text('header')).toContain('by Demo administrator');
    await stage.until(() => heard.length === 4);
    expect(heard).toEqual([
      { companyId: undefined, isDirty: true, changes: 1 },
      { companyId: undefined, isDirty: true, changes: 2 },
      { changed: ['quickTicket', 'ticketsFrom'], snapshot },
      { companyId: undefined, isDirty: false, changes: 0 },
    ]);
  });

  it('keeps what was entered while one looks through another company’s page: it is one form for all', async () => {
    const stage = await openGlobals();
    const heard: unknown[] = [];
    await stage.choose('twoFactor', 'off');
    stage.element.addEventListener('portal-dirty-changed', ({ detail }) => heard.push(detail));
    stage.element.companyId = 174;
    await stage.until(() => stage.has('.row'));
    expect(stage.select('twoFactor').value).toBe('off');
    expect(heard).toEqual([]);
    await stage.save();
    expect((await stage.admin.globalSettings()).settings.twoFactor).toBe('off');
    expect(stage.element.isDirty).toBe(false);
  });

  const failures: readonly PortalErrorData[] = [
    { code: 'offline' },
    { code: 'forbidden' },
    { code: 'rate-limited', retryAt: '2026-11-24T14:07:00Z' },
    { code: 'unknown', detail: 'Malformed answer.' },
  ];
  for (const error of failures)
    it(`keeps everything after ${error.code} and saves it the next time`, async () => {
      const stage = await openGlobals({ failures: [{ method: 'saveGlobalSettings', error }] });
      await stage.choose('twoFactor', 'off');
      await stage.save();
      expect(stage.text('.bar')).toContain('Not saved.');
      expect(stage.select('twoFactor').value).toBe('off');
      await stage.save();
      expect((await stage.admin.globalSettings()).settings.twoFactor).toBe('off');
    });

  it('shows both quick tickets by the names of their values when someone else saved (S10, D1)', async () => {
    const stage = await openGlobals();
    await stage.enter('#quick-ticket-queue', '6');
    const theirs = { requestTypeId: 12, priority: 4, queueId: 8, titleEditable: true };
    stage.admin.globalSavedByAnother({ quickTicket: theirs }, 'Ole Brüggemann');
    await stage.save();
    expect(stage.dialog.textContent).toContain('priority Critical, queue Monitoring Alert');
    expect(stage.dialog.textContent).toContain('priority Medium, queue Post Sale');
  });

  it('shows what the PSA refused at its row', async () => {
    const problems = [{ path: ['twoFactor'], code: 'not-allowed', detail: 'Your edition has none.' }];
    const stage = await openGlobals({
      failures: [{ method: 'saveGlobalSettings', error: { code: 'validation', problems } }],
    });
    await stage.choose('twoFactor', 'off');
    await stage.save();
    expect(stage.row('twoFactor')).toContain('Your edition has none.');
    await stage.until(() => stage.root.activeElement === stage.select('twoFactor'));
  });

  it('shows theirs beside mine where somebody saved in between, and overwrites nothing unasked (D1)', async () => {
    const stage = await conflict({ twoFactor: 'off', quickTicket: null });
    await stage.until(() => stage.has('portal-settings-conflict'));
    expect(stage.dialog.textContent).toContain('Required for all users');
    expect(stage.dialog.textContent).toContain('No quick ticket');
    expect((await stage.admin.globalSettings()).settings.twoFactor).toBe('off');
    stage.clickInDialog('input[name="twoFactor"][value="mine"]');
    stage.clickInDialog('button[type="submit"]');
    await stage.until(() => stage.has('.passing'));
    expect((await stage.admin.globalSettings()).settings).toMatchObject({
      twoFactor: 'all',
      quickTicket: null,
    });
  });

  it('goes back to the form with everything still there', async () => {
    const stage = await conflict({ twoFactor: 'off' });
    await stage.until(() => stage.has('portal-settings-conflict'));
    stage.clickInDialog('button[type="button"].button');
    await stage.until(() => !stage.has('portal-settings-conflict'));
    expect(stage.select('twoFactor').value).toBe('all');
    expect(stage.text('.bar b')).toBe('1 change');
  });

  it('asks nothing where an earlier answer was lost after the write', async () => {
    const stage = await conflict({ twoFactor: 'all' });
    await stage.until(() => stage.has('.passing'));
    expect(stage.has('portal-settings-conflict')).toBe(false);
  });

  it('follows what others save, and counts anew when a company goes its own way', async () => {
    const stage = await openGlobals();
    const { version } = await stage.admin.settings(174);
    await stage.admin.saveSettings(174, { twoFactor: 'off' }, version);
    await stage.until(() => stage.row('twoFactor').includes('3 of 5 companies follow.'));
    await stage.choose('ticketsFrom', 'all');
    const { version: old } = await stage.admin.globalSettings();
    await stage.admin.saveGlobalSettings({ twoFactor: 'off' }, old);
    await stage.until(() => stage.has('.notice.warn'));
    expect(stage.select('ticketsFrom').value).toBe('all');
  });

  it('discards, and brings back what was discarded', async () => {
    const stage = await openGlobals();
    await stage.choose('twoFactor', 'off');
    await stage.click('.bar-actions .button');
    expect(stage.select('twoFactor').value).toBe('taskfire');
    await stage.click('.passing .button');
    expect(stage.select('twoFactor').value).toBe('off');
  });

  it('lets the browser ask before unsaved changes are left, and only then', async () => {
    const stage = await openGlobals();
    const isAsked = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(isAsked()).toBe(false);
    await stage.choose('twoFactor', 'off');
    expect(isAsked()).toBe(true);
    await stage.save();
    expect(isAsked()).toBe(false);
  });
});

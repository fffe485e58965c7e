import { describe, expect, it } from 'vitest';
import type { PortalErrorData } from '../../../src/contract/index.js';
import { DAIRY, LOGISTICS_WITH_EARLY_ACCESS, openSettings, waitFor, type Stage } from './stage.js';

function dialogOf(stage: Stage): ShadowRoot {
  const root = stage.get('portal-settings-conflict').shadowRoot;
  if (root === null) throw new Error('The dialog has no open root.');
  return root;
}

function clickIn(root: ShadowRoot, selector: string): void {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`No ${selector} in the dialog.`);
  found.click();
}

async function conflict(theirs: Parameters<Stage['admin']['savedByAnother']>[1]): Promise<Stage> {
  const stage = await openSettings();
  await stage.choose('workedTime', 'billed');
  await stage.choose('twoFactor', 'all');
  stage.admin.savedByAnother(DAIRY, theirs, 'Ole Brüggemann');
  await stage.save();
  await stage.until(() => stage.has('portal-settings-conflict'));
  return stage;
}

describe('<portal-company-settings> saving', () => {
  it('saves only what changed and says who saved when', async () => {
    const stage = await openSettings();
    const sent: unknown[] = [];
    const save = stage.admin.saveSettings.bind(stage.admin);
    stage.admin.saveSettings = (...args) => {
      sent.push(args);
      return save(...args);
    };
    await stage.flip('notifications');
    await stage.save();
    expect(sent).toEqual([[DAIRY, { notifications: false }, '1']]);
    expect(stage.text('header')).toContain('by Demo administrator');
    expect(stage.element.isDirty).toBe(false);
  });

  it('keeps a choice that was made while the save was on its way', async () => {
    const stage = await openSettings({ latencyMs: 60 });
    await stage.flip('notifications');
    await stage.click('.bar .primary');
    await stage.flip('documents');
    await stage.until(() => stage.text('header').includes('Demo administrator'));
    expect(stage.text('.changes')).toBe('Documents: On → becomes Off');
  });

  it('shows what the PSA refused at its row and leads there', async () => {
    const problems = [{ path: ['twoFactor'], code: 'not-allowed', detail: 'Too weak.' }];
    const stage = await openSettings({
      failures: [{ method: 'saveSettings', error: { code: 'validation', problems } }],
    });
    await stage.choose('twoFactor', 'off');
    await stage.save();
    expect(stage.row('twoFactor')).toContain('Too weak.');
    await stage.until(() => stage.root.activeElement?.id === 'setting-twoFactor');
    await stage.choose('twoFactor', 'all');
    expect(stage.row('twoFactor')).not.toContain('Too weak.');
  });

  const failures: readonly PortalErrorData[] = [
    { code: 'offline' },
    { code: 'forbidden' },
    { code: 'auth' },
    { code: 'worker-restarted' },
    { code: 'extension-updated' },
    { code: 'rate-limited', retryAt: '2026-11-24T14:07:00Z' },
    { code: 'unknown', detail: 'Malformed answer.' },
  ];
  for (const error of failures) {
    it(`keeps everything typed after ${error.code} and saves it the next time`, async () => {
      const stage = await openSettings({ failures: [{ method: 'saveSettings', error }] });
      await stage.flip('documents');
      await stage.save();
      expect(stage.text('.bar')).toContain('Not saved.');
      expect(stage.box('documents').checked).toBe(false);
      await stage.save();
      expect((await stage.admin.settings(DAIRY)).settings.documents).toBe(false);
    });
  }

  it('lets the admin choose per setting when someone else saved', async () => {
    const stage = await conflict({ workedTime: 'worked', twoFactor: 'off', notifications: false });
    const root = dialogOf(stage);
    expect(root.querySelector('portal-dialog')?.getAttribute('heading')).toBe(
      'Ole Brüggemann saved in the meantime',
    );
    expect(root.textContent).toContain('Notifications: On → Off');
    clickIn(root, 'button[type="submit"]');
    await waitFor(() => root.textContent.includes('Choose a value for each setting.'), root);
    clickIn(root, 'input[name="workedTime"][value="mine"]');
    clickIn(root, 'input[name="twoFactor"][value="theirs"]');
    clickIn(root, 'button[type="submit"]');
    await stage.until(() => stage.has('.passing'));
    const { settings } = await stage.admin.settings(DAIRY);
    expect([settings.workedTime, settings.twoFactor, settings.notifications]).toEqual([
      'billed',
      'off',
      false,
    ]);
  });

  it('saves on top of theirs where both touched different settings', async () => {
    const stage = await conflict({ documents: false });
    clickIn(dialogOf(stage), 'button[type="submit"]');
    await stage.until(() => stage.has('.passing'));
    const { settings } = await stage.admin.settings(DAIRY);
    expect([settings.workedTime, settings.documents]).toEqual(['billed', false]);
  });

  it('goes back to the form with everything still there', async () => {
    const stage = await conflict({ workedTime: 'worked' });
    clickIn(dialogOf(stage), 'button[type="button"].button');
    await stage.until(() => !stage.has('portal-settings-conflict'));
    expect(stage.text('.bar b')).toBe('2 changes');
  });

  it('asks nothing where an earlier answer was lost after the write', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    stage.admin.savedByAnother(DAIRY, { documents: false });
    await stage.save();
    expect(stage.has('portal-settings-conflict')).toBe(false);
    expect(stage.text('.passing')).toContain('Saved.');
  });

  it('shows what others save at once, unless something is unsaved', async () => {
    const stage = await openSettings();
    await stage.admin.saveSettings(DAIRY, { workedTime: 'worked' }, '1');
    await stage.until(() => stage.select('workedTime').value === 'worked');
    await stage.flip('documents');
    await stage.admin.saveSettings(DAIRY, { workedTime: 'none' }, '2');
    await stage.until(() => stage.has('.notice.warn'));
    expect(stage.text('.notice.warn')).toContain('Demo administrator has changed these settings.');
    expect(stage.box('documents').checked).toBe(false);
    await stage.press('Compare');
    expect(dialogOf(stage).textContent).toContain('Worked time: Worked hours → Not shown');
  });

  it('goes over to what others saved once nothing of one’s own is left', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    await stage.admin.saveSettings(DAIRY, { workedTime: 'worked' }, '1');
    await stage.until(() => stage.has('.notice.warn'));
    await stage.press('Undo Documents');
    await stage.until(() => stage.select('workedTime').value === 'worked');
    expect(stage.has('.notice.warn')).toBe(false);
  });

  it('shows theirs after discarding, also back from the dialog', async () => {
    const stage = await conflict({ workedTime: 'worked' });
    clickIn(dialogOf(stage), 'button[type="button"].button');
    await stage.until(() => !stage.has('portal-settings-conflict'));
    expect(stage.text('.notice.warn')).toContain('Ole Brüggemann has changed these settings.');
    await stage.press('Discard');
    await stage.until(() => stage.select('workedTime').value === 'worked');
    expect(stage.has('.notice.warn')).toBe(false);
  });

  it('says what cannot be brought back since others saved (E2)', async () => {
    const stage = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    const { admin } = stage;
    await stage.flip('preventLegacyPortal');
    await stage.press('Discard');
    const { version } = await admin.settings(LOGISTICS_WITH_EARLY_ACCESS);
    await admin.saveSettings(LOGISTICS_WITH_EARLY_ACCESS, { earlyAccess: false }, version);
    await stage.until(() => !stage.box('earlyAccess').checked);
    await stage.press('Bring back');
    expect(stage.text('.bar .problem')).toContain('Not saved: Prevent legacy portal.');
    expect(stage.element.isDirty).toBe(false);
  });

  it('shows what a choice forces of theirs before it saves over it (E2)', async () => {
    const stage = await openSettings();
    stage.admin.savedByAnother(DAIRY, { earlyAccess: true });
    await stage.element.reload();
    await stage.flip('earlyAccess');
    stage.admin.savedByAnother(DAIRY, { preventLegacyPortal: true }, 'Ole Brüggemann');
    await stage.save();
    await stage.until(() => stage.has('portal-settings-conflict'));
    clickIn(dialogOf(stage), 'button[type="submit"]');
    await stage.until(() => stage.has('.bar .problem'));
    expect(stage.text('.bar .problem')).toBe('Not saved. This also changes: Prevent legacy portal');
    expect((await stage.admin.settings(DAIRY)).settings.preventLegacyPortal).toBe(true);
    expect(stage.text('.changes')).toContain('Prevent legacy portal: On → becomes Off');
    await stage.save();
    expect((await stage.admin.settings(DAIRY)).settings).toMatchObject({
      earlyAccess: false,
      preventLegacyPortal: false,
    });
  });
});

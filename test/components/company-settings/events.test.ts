import { describe, expect, it } from 'vitest';
import { oneEvent } from '@open-wc/testing';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { DAIRY, openSettings } from './stage.js';

describe('<portal-company-settings> events', () => {
  it('tells when there is something to save, and when no longer', async () => {
    const settings = await openSettings();
    const told: { isDirty: boolean; changes: number }[] = [];
    settings.element.addEventListener('portal-dirty-changed', ({ detail }) => told.push(detail));
    await settings.flip('documents');
    await settings.choose('workedTime', 'billed');
    await settings.press('Discard');
    expect(told.map(({ isDirty, changes }) => [isDirty, changes])).toEqual([
      [true, 1],
      [true, 2],
      [false, 0],
    ]);
  });

  it('tells what was saved to listeners outside the shadow tree', async () => {
    const stage = await openSettings();
    const saved = new Promise<HTMLElementEventMap['portal-settings-saved']>((resolve) =>
      document.body.addEventListener('portal-settings-saved', resolve, { once: true }),
    );
    await stage.flip('documents');
    await stage.save();
    const { detail, composed, bubbles } = await saved;
    expect([composed, bubbles]).toEqual([true, true]);
    expect(detail.companyId).toBe(DAIRY);
    expect(detail.changed).toEqual(['documents']);
    expect(detail.snapshot.settings.documents).toBe(false);
  });

  it('is no CustomEvent, whose detail a page could read from its own world', async () => {
    const stage = await openSettings();
    const told = oneEvent(stage.element, 'portal-dirty-changed');
    await stage.flip('documents');
    expect(await told).not.toBeInstanceOf(CustomEvent);
  });

  it('warns before the page is left, only while something is unsaved', async () => {
    const stage = await openSettings();
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    await stage.flip('documents');
    expect(leave()).toBe(true);
    await stage.press('Discard');
    expect(leave()).toBe(false);
    await stage.press('Bring back');
    expect(leave()).toBe(true);
    stage.element.remove();
    expect(leave()).toBe(false);
  });

  it('speaks the language that is set, from one moment to the next', async () => {
    const stage = await openSettings();
    await setPortalLocale('de');
    await stage.until(() => stage.has('.row'));
    await setPortalLocale('en');
    await stage.until(() => stage.row('workedTime').startsWith('Worked time'));
  });
});

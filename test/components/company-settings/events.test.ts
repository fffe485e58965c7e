import { describe, it } from 'vitest';
import { expect, oneEvent } from '@open-wc/testing';
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
    expect(told.map(({ isDirty, changes }) => [isDirty, changes])).to.deep.equal([
      [true, 1],
      [true, 2],
      [false, 0],
    ]);
  });

  it('tells what was saved to listeners outside the shadow tree', async () => {
    const stage = await openSettings();
    const saved = oneEvent(document.body, 'portal-settings-saved');
    await stage.flip('documents');
    await stage.save();
    const event = (await saved) as HTMLElementEventMap['portal-settings-saved'];
    expect(event.composed && event.bubbles).to.equal(true);
    expect(event.detail.companyId).to.equal(DAIRY);
    expect(event.detail.changed).to.deep.equal(['documents']);
    expect(event.detail.snapshot.settings.documents).to.equal(false);
  });

  it('is no CustomEvent, whose detail a page could read from its own world', async () => {
    const stage = await openSettings();
    const told = oneEvent(stage.element, 'portal-dirty-changed');
    await stage.flip('documents');
    expect(await told).not.to.be.instanceOf(CustomEvent);
  });

  it('warns before the page is left, only while something is unsaved', async () => {
    const stage = await openSettings();
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.equal(false);
    await stage.flip('documents');
    expect(leave()).to.equal(true);
    await stage.press('Discard');
    expect(leave()).to.equal(false);
    await stage.press('Bring back');
    expect(leave()).to.equal(true);
    stage.element.remove();
    expect(leave()).to.equal(false);
  });

  it('speaks the language that is set, from one moment to the next', async () => {
    const stage = await openSettings();
    await setPortalLocale('de');
    await stage.until(() => stage.has('.row'));
    await setPortalLocale('en');
    await stage.until(() => stage.row('workedTime').startsWith('Worked time'));
  });
});

import { elementUpdated, oneEvent } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { openPage, type Stage } from './stage.js';

type Navigation = HTMLElementEventMap['portal-navigate'];

function id(stage: Stage): string | undefined {
  return stage.focused?.id;
}

afterEach(async () => {
  await setPortalLocale('en');
  history.replaceState(null, '', location.pathname + location.search);
});

describe('<portal-company-page> sections', () => {
  it('lead to their headings, and the one that is read is marked', async () => {
    const stage = await openPage();
    stage.stop('Tickets').click();
    await stage.until(() => id(stage) === 'section-tickets');
    expect(stage.current).toBe('Tickets');
    stage.stop('Users').click();
    await stage.until(() => stage.root.activeElement === stage.get('[data-part="users"]'));
    expect(stage.current).toBe('Users');
    window.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    document.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    window.scrollTo({ top: 0, behavior: 'instant' });
    await stage.until(() => stage.current === 'Sign-in');
  });

  it('tell how many changes wait in them', async () => {
    const stage = await openPage();
    stage.settings.querySelector<HTMLElement>('#setting-documents')?.click();
    await stage.until(() => stage.stop('What users see').querySelector('.count')?.textContent === '1');
    expect(stage.stop('Tickets').querySelector('.count')).toBeNull();
  });

  it('load the users only when they are near, or asked for', async () => {
    const stage = await openPage({ latencyMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(stage.has('portal-contact-grid')).toBe(false);
    stage.get('[data-part="users"]').scrollIntoView();
    await stage.until(() => stage.has('portal-contact-grid'));
  });

  it('load the users by the button too', async () => {
    const stage = await openPage();
    stage.get('[data-part="users"] button').click();
    await stage.until(() => stage.has('portal-contact-grid'));
  });

  it('keep what was typed when one goes elsewhere and comes back', async () => {
    const stage = await openPage();
    stage.settings.querySelector<HTMLElement>('#setting-documents')?.click();
    stage.stop('Users').click();
    await stage.until(() => stage.has('portal-contact-grid'));
    stage.stop('What users see').click();
    await stage.until(() => id(stage) === 'section-visibility');
    expect(stage.settings.querySelector<HTMLInputElement>('#setting-documents')?.checked).toBe(false);
    expect(stage.settings.querySelector('.bar')).not.toBeNull();
  });
});

describe('<portal-company-page> deep links', () => {
  it('lead to a setting once the settings are there', async () => {
    const stage = await openPage({ latencyMs: 30, target: 'settings/twoFactor' });
    await stage.until(() => id(stage) === 'setting-twoFactor');
  });

  it('lead to the row of what takes no focus, and to the section of what is not shown', async () => {
    const stage = await openPage({ permission: 'viewer', target: 'settings/twoFactor' });
    const row = stage.settings.querySelector('[data-setting="twoFactor"]');
    await stage.until(() => stage.focused === row);
    stage.element.target = 'settings/firstExperience';
    await stage.until(() => id(stage) === 'section-early-access');
  });

  it('lead to the users, which are loaded for it', async () => {
    const stage = await openPage({ latencyMs: 30, target: 'users' });
    await stage.until(() => stage.root.activeElement === stage.get('[data-part="users"]'));
    await stage.until(() => stage.has('portal-contact-grid'));
  });

  it('lead on when the target is set anew, and nowhere when it means nothing', async () => {
    const stage = await openPage();
    stage.element.target = 'settings/workedTime';
    await stage.until(() => id(stage) === 'setting-workedTime');
    expect(stage.element.goTo('settings/constructor')).toBe(false);
    stage.element.target = '<b>nonsense</b>';
    await elementUpdated(stage.element);
    expect(id(stage)).toBe('setting-workedTime');
  });

  it('are told before somebody moves, and an embedding app may lead them itself', async () => {
    const stage = await openPage();
    const told: Promise<Navigation> = oneEvent(document.body, 'portal-navigate');
    stage.stop('Tickets').click();
    expect((await told).detail).toEqual({ companyId: 174, target: 'settings/tickets' });
    await stage.until(() => id(stage) === 'section-tickets');
    expect(stage.element.target).toBe('settings/tickets');

    stage.element.addEventListener('portal-navigate', (event) => event.preventDefault(), { once: true });
    stage.stop('Users').click();
    await elementUpdated(stage.element);
    expect(stage.element.target).toBe('settings/tickets');
    expect(id(stage)).not.toBe('');
  });

  it('tell of the ways that settings have to each other as well', async () => {
    const stage = await openPage();
    stage.settings.querySelector<HTMLElement>('#setting-documents')?.click();
    await stage.until(() => stage.settings.querySelector('.bar .changes button') !== null);
    const told: Promise<Navigation> = oneEvent(stage.element, 'portal-navigate');
    stage.settings.querySelector<HTMLElement>('.bar .changes button')?.click();
    expect((await told).detail.target).toBe('settings/documents');
    await stage.until(() => id(stage) === 'setting-documents');
  });

  it('stand in the address where that is wanted, and are read from it', async () => {
    history.replaceState(null, '', '#portal/settings/documents');
    const stage = await openPage({ hashLinks: 'portal/' });
    await stage.until(() => id(stage) === 'setting-documents');
    stage.stop('Tickets').click();
    await stage.until(() => id(stage) === 'section-tickets');
    expect(location.hash).toBe('#portal/settings/tickets');
    history.back();
    await stage.until(() => id(stage) === 'setting-documents');
    // What is another's stays another's.
    history.replaceState(null, '', '#/clients/174');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(stage.element.target).toBe('settings/documents');
  });

  it('leave the address alone unless asked', async () => {
    const stage = await openPage();
    stage.stop('Tickets').click();
    await stage.until(() => id(stage) === 'section-tickets');
    expect(location.hash).toBe('');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { elementUpdated } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { openPage } from './stage.js';

afterEach(() => setPortalLocale('en'));

describe('<portal-company-page> search', () => {
  it.each([
    ['2fa', 'Two-factor authentication'],
    ['MFA', 'Two-factor authentication'],
    ['zwei faktor', 'Two-factor authentication'],
    ['time zone', 'Time zone'],
    ['Zeitzone', 'Time zone'],
    ['wer darf rein', 'Enabled for client portal'],
    ['HD', 'Taskfire'],
    ['contacts', 'Users'],
    ['Benutzer', 'Users'],
    ['fällig', 'Ticket due dates'],
    ['fallig', 'Ticket due dates'],
    ['login url', 'Portal login'],
    ['bulk', 'Jobs'],
    ['logo', 'Logos'],
    ['SSO', 'Single sign-on log'],
    ['Protokoll', 'Single sign-on log'],
    ['beta', 'Early access'],
    ['hotkeys', 'Keyboard shortcuts'],
    ['global', 'Global settings'],
    ['Vorgaben', 'Global settings'],
    ['neuer Kontakt', 'New contact'],
    ['work', 'Worked time'],
  ])('finds for “%s” first “%s”', async (text, label) => {
    const stage = await openPage();
    await stage.type(text);
    expect(stage.found[0]).toMatch(new RegExp(`^${label} \\(`));
  });

  it('goes by the words of the language, too', async () => {
    await setPortalLocale('de');
    const stage = await openPage();
    await stage.type('Zwei-Faktor');
    expect(stage.found[0]).toMatch(/^Zwei-Faktor/);
    await stage.type('2fa');
    expect(stage.found[0]).toMatch(/^Zwei-Faktor/);
  });

  it('puts the focus on the control that was chosen by Enter', async () => {
    const stage = await openPage();
    stage.search.focus();
    await userEvent.keyboard('2fa');
    expect(stage.search.ariaExpanded).toBe('true');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.focused?.id === 'setting-twoFactor');
    expect(stage.search.value).toBe('');
    expect(stage.search.ariaExpanded).toBe('false');
    expect(stage.element.target).toBe('settings/twoFactor');
  });

  it('is worked by the arrow keys, which the field tells of, and closed by Escape before it is emptied', async () => {
    const stage = await openPage();
    await stage.type('portal');
    const root = stage.inside('portal-page-search');
    const active = () => root.getElementById(stage.search.getAttribute('aria-activedescendant') ?? '');
    const first = active();
    expect(first?.ariaSelected).toBe('true');
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).not.toBe(first);
    expect(active()?.ariaSelected).toBe('true');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe([...root.querySelectorAll('[role="option"]')].at(-1));
    await userEvent.keyboard('{Escape}');
    expect(stage.search.ariaExpanded).toBe('false');
    expect(stage.search.value).toBe('portal');
    await userEvent.keyboard('{Escape}');
    await elementUpdated(stage.get('portal-page-search'));
    expect(stage.search.value).toBe('');
  });

  it('opens what all companies inherit, where the backend has that', async () => {
    const stage = await openPage();
    await stage.type('global settings');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.settings.querySelector('portal-global-settings') !== null);
    const without = { operations: { globalSettings: { state: 'absent', reason: 'no-api' } } } as const;
    const other = await openPage({ limits: without });
    await other.type('global settings');
    expect(other.found.filter((found) => found.endsWith('(Action)'))).toEqual([]);
  });

  it('opens the form for a new contact, the users’ list loaded first', async () => {
    const stage = await openPage();
    await stage.type('new contact');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('portal-contact-grid'));
    const form = (): Element | null =>
      stage.inside('portal-contact-grid').querySelector('portal-new-contact[open]');
    await stage.until(() => form() !== null);
    expect(stage.element.target).toBe('users');
  });

  it('leads to the users where no contact may be added', async () => {
    const stage = await openPage({ permission: 'viewer' });
    await stage.type('new contact');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('portal-contact-grid'));
    const grid = stage.inside('portal-contact-grid');
    await stage.until(() => grid.querySelector('.new-contact') !== null);
    expect(grid.querySelector('.new-contact')?.getAttribute('aria-disabled')).toBe('true');
    expect(grid.querySelector('portal-new-contact[open]')).toBeNull();
  });

  it('takes what is clicked, and does what is an action', async () => {
    const stage = await openPage();
    await stage.type('shortcuts');
    const option = stage.inside('portal-page-search').querySelector<HTMLElement>('[role="option"]');
    option?.click();
    await stage.until(() => stage.get('portal-shortcuts-sheet').hasAttribute('open'));
  });

  it('says when there is nothing, and how much there is', async () => {
    const stage = await openPage();
    await stage.type('invoice');
    const root = stage.inside('portal-page-search');
    expect(root.querySelector('.found p')?.textContent).toContain('Nothing here is called “invoice”.');
    expect(root.querySelector('[aria-live]')?.textContent).toBe('Nothing found.');
    await stage.type('time');
    expect(root.querySelector('[aria-live]')?.textContent).toMatch(/^\d found\.$/);
  });
});

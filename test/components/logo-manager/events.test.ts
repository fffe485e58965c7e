import { describe, expect, it } from 'vitest';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { png } from '../../model/logo-files/pictures.js';
import { file, FLORIST, openLogos } from './stage.js';

describe('<portal-logo-manager> events', () => {
  it('tells when a file waits to be saved, and when no longer', async () => {
    const stage = await openLogos();
    const told: [boolean, number][] = [];
    stage.element.addEventListener('portal-dirty-changed', ({ detail }) =>
      told.push([detail.isDirty, detail.changes]),
    );
    await stage.choose('login', file(png()));
    await stage.choose('header', file(png()));
    await stage.press('Discard', 'login');
    await stage.press('Use this logo', 'header');
    expect(told).toEqual([
      [true, 1],
      [true, 2],
      [true, 1],
      [false, 0],
    ]);
  });

  it('tells what is in force, without the page being able to read it', async () => {
    const stage = await openLogos();
    const told = new Promise<HTMLElementEventMap['portal-logos-changed']>((resolve) =>
      document.body.addEventListener('portal-logos-changed', resolve, { once: true }),
    );
    await stage.choose('header', file(png()));
    await stage.press('Use this logo', 'header');
    const event = await told;
    expect(event).not.toBeInstanceOf(CustomEvent);
    expect([event.bubbles, event.composed]).toEqual([true, true]);
    expect(event.detail.slot).toBe('header');
    expect(event.detail.logos).toEqual(await stage.admin.logos(FLORIST));
  });

  it('warns before the page is left, only while a file waits', async () => {
    const stage = await openLogos();
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    await stage.choose('login', file(png()));
    expect(leave()).toBe(true);
    await stage.press('Discard', 'login');
    expect(leave()).toBe(false);
  });

  it('speaks the language that is set, from one moment to the next', async () => {
    const stage = await openLogos();
    await setPortalLocale('de');
    await stage.until(() => stage.slot('login').startsWith('Anmeldeseite'));
    await setPortalLocale('en');
    await stage.until(() => stage.slot('login').startsWith('Login page'));
  });
});

import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/logo-manager/logo-manager.stories.js';
import { png } from '../../model/logo-files/pictures.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { file, openLogos } from './stage.js';

describe('<portal-logo-manager> accessibility', () => {
  itIsAccessibleInStories(stories);

  it('names every field by its place, and explains it', async () => {
    const stage = await openLogos();
    expect([stage.field('login').ariaLabel, stage.field('header').ariaLabel]).toEqual([
      'Choose a file for: Login page',
      'Choose a file for: Portal header',
    ]);
    for (const slot of ['login', 'header'] as const) {
      const id = stage.field(slot).getAttribute('aria-describedby') ?? '';
      expect(stage.text(`#${id}`)).toContain('at most 1 MB');
    }
  });

  it('says in words what the pictures are', async () => {
    const stage = await openLogos();
    const pictures = [...stage.root.querySelectorAll('portal-logo-picture')];
    const words = pictures.map((one) => one.shadowRoot?.querySelector('canvas')?.ariaLabel);
    expect(words[0]).toMatch(/^Logo in force, Login page: PNG, 260 × 72 pixels, 0\.\d kB$/);
    expect(words).toHaveLength(2);
  });

  it('speaks what happens', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(png(), 'new.png'));
    expect(stage.text('[aria-live]')).toMatch(
      /^Login page: new\.png, PNG, 12 × 5 pixels, .* Not saved yet\.$/,
    );
    await stage.press('Use this logo', 'login');
    expect(stage.text('[aria-live]')).toBe('Login page: The new logo is in force.');
    await stage.choose('login', file('<svg/>'));
    expect(stage.get('.notice.bad').getAttribute('role')).toBe('alert');
  });
});

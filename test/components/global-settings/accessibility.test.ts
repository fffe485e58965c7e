import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/global-settings/global-settings.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { openGlobals } from './stage.js';

describe('<portal-global-settings> accessibility', () => {
  itIsAccessibleInStories(stories);

  it('names every control and explains it', async () => {
    const { root } = await openGlobals();
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')) {
      expect(control.labels, control.id).toHaveLength(1);
      for (const id of control.getAttribute('aria-describedby')?.split(' ') ?? [])
        expect(root.getElementById(id), id).not.toBeNull();
    }
  });

  it('speaks what happens', async () => {
    const stage = await openGlobals();
    await stage.choose('twoFactor', 'all');
    await stage.save();
    expect(stage.text('[aria-live]')).toBe('Saved: Two-factor authentication');
  });
});

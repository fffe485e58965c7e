import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/company-settings/company-settings.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { openSettings } from './stage.js';

describe('<portal-company-settings> accessibility', () => {
  itIsAccessibleInStories(stories);

  it('names every control and explains it', async () => {
    const { root } = await openSettings();
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[id^="setting-"]')) {
      expect(control.labels).toHaveLength(1);
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(ids).toHaveLength(2);
      for (const id of ids) expect(root.getElementById(id), id).not.toBeNull();
    }
  });

  it('speaks what happens', async () => {
    const stage = await openSettings();
    await stage.choose('workedTime', 'billed');
    await stage.save();
    expect(stage.text('[aria-live]')).toBe('Saved: Worked time');
  });

  it('uses no link that would change the address of the page around', async () => {
    const { root } = await openSettings();
    for (const link of root.querySelectorAll('a')) expect(link.target).toBe('_blank');
  });
});

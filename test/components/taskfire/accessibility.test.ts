import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/taskfire/taskfire.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { openTaskfire, openWithUsers } from './stage.js';

describe('<portal-taskfire> accessibility', () => {
  itIsAccessibleInStories(stories);

  it('names every control and explains it', async () => {
    const stage = await openWithUsers();
    await stage.press('.disable');
    await stage.until(() => stage.has('#move-4'));
    for (const id of ['contract', 'service', 'move-4', 'move-5']) {
      const select = stage.get(`#${id}`);
      expect(select instanceof HTMLSelectElement && select.labels.length, id).toBe(1);
    }
  });

  it('speaks what happens', async () => {
    const stage = await openTaskfire();
    await stage.press('.remove');
    await stage.until(() => stage.has('.undo'));
    expect(stage.text('[aria-live]')).toBe('The fee is no longer added to a contract.');
  });
});

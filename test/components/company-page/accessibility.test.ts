import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/company-page/company-page.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { openPage } from './stage.js';

describe('<portal-company-page> accessibility', () => {
  itIsAccessibleInStories(stories);

  it('names the search, its list and its shortcuts', async () => {
    const { search } = await openPage();
    expect(search.getAttribute('role')).toBe('combobox');
    expect(search.getAttribute('aria-keyshortcuts')).toBe('/ Control+K');
    const root = search.getRootNode() as ShadowRoot;
    expect(root.getElementById(search.getAttribute('aria-controls') ?? '')?.role).toBe('listbox');
  });
});

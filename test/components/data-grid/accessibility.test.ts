import { describe } from 'vitest';
import * as stories from '../../../src/components/data-grid/data-grid.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';

describe('<portal-data-grid> accessibility', () => {
  itIsAccessibleInStories(stories);
});

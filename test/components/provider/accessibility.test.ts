import { describe } from 'vitest';
import * as stories from '../../../src/components/provider/provider.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';

describe('<portal-provider> accessibility', () => {
  itIsAccessibleInStories(stories);
});

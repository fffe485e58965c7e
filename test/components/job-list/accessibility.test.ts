import { describe } from 'vitest';
import * as stories from '../../../src/components/job-list/job-list.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';

describe('<portal-job-list> accessibility', () => {
  itIsAccessibleInStories(stories);
});

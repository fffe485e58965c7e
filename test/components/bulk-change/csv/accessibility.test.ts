import { describe } from 'vitest';
import * as stories from '../../../../src/components/bulk-change/csv/csv-import.stories.js';
import { itIsAccessibleInStories } from '../../shared/stories.js';

describe('<portal-csv-import> accessibility', () => {
  itIsAccessibleInStories(stories);
});

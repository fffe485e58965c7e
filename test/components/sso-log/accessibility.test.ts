import { describe } from 'vitest';
import * as stories from '../../../src/components/sso-log/sso-log.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';

describe('<portal-sso-log> accessibility', () => {
  itIsAccessibleInStories(stories);
});

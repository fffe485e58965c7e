import type { Handlers } from '../../channel/index.js';
import type { Frames } from './frames.js';

/** What the page agents tell. */
export function frameHandlers(frames: Frames): Pick<Handlers, 'page-recognised'> {
  return {
    'page-recognised': async (page, sender) => {
      await frames.recognised(sender, page);
      return null;
    },
  };
}

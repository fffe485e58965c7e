/** Our grid as the extension runs it: in a content script's world, where elements need the polyfill. */
import '../../../src/content/custom-elements.js';
import { contestant } from '../adapters/portal-contact-grid.js';
import { serve } from './serve.js';

serve(contestant);

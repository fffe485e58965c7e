/**
 * Custom elements in a content script. Chromium has no registry in an extension's isolated world; Firefox has one, but
 * its elements are unusable there. The polyfill gives both a working one, and the elements stay in a world that the
 * page's scripts cannot reach. Must be imported before anything that defines an element.
 */
import './force-polyfill.js';
import '@webcomponents/custom-elements';
import { acceptForeignPrototypes, skipTakenTags } from './definitions.js';

acceptForeignPrototypes(customElements);

/** Tags of ours that the page uses itself. None of them is defined here; see `skipTakenTags`. */
export const takenTags: ReadonlySet<string> = skipTakenTags(customElements, document);

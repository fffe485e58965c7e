import { ourSettings } from './our-settings.js';

/** The page has loaded the package's script before. */
export const contestant = ourSettings();

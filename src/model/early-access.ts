import type { SomeSettings } from './settings.js';

/**
 * E1, E2: preventing the legacy portal forces the first experience to early access, and without early access nothing
 * may prevent the legacy portal, since then nobody could log in anywhere. Returns the settings as the rules leave
 * them; applying it twice changes nothing more.
 */
export function forceEarlyAccess<S extends SomeSettings>(settings: S): S {
  if (settings.preventLegacyPortal !== true) return settings;
  if (settings.earlyAccess === false) return { ...settings, preventLegacyPortal: false };
  return settings.firstExperience === undefined ? settings : { ...settings, firstExperience: 'early-access' };
}

/**
 * For rolldown's `transform` where all becomes one script: Vite's helper for imports that come later asks for it, although
 * there is nothing left to load.
 */
export const NOTHING_TO_LOAD = { define: { 'import.meta': '{}' } };

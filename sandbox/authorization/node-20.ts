/**
 * The authorization library is written for Node 22. All that the oldest Node of this project (20.19) lacks of what it uses
 * here is `URL.parse`. To be imported before the library.
 */
if (typeof URL.parse !== 'function')
  URL.parse = (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);

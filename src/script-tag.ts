/**
 * The package as one script for pages without a bundler: it registers all elements and puts what an app calls on
 * `globalThis.PortalAdmin`. Where two of these scripts meet, the first stays, since the elements are its own too.
 */
import { GridRows } from './components/index.js';
import * as embed from './index.js';
import * as locales from './locales/localization.js';

const api = { ...embed, ...locales, GridRows };

declare global {
  /** What `script.js` of the package offers: the exports of `psa-portal-admin` and `…/locales`, and `GridRows`. */
  var PortalAdmin: typeof api | undefined;
}

globalThis.PortalAdmin ??= api;

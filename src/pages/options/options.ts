/** Starts the options page: the only module of it that knows the browser's API. */
import browser from 'webextension-polyfill';
import { createConnectionsClient } from '../../channel/connections-client.js';
import { runtimeTransport } from '../../channel/transport.js';
import { localeFor, setPortalLocale } from '../../locales/localization.js';
import { PortalOptions } from './portal-options.js';

const locale = localeFor(navigator.language);
document.documentElement.lang = locale;
await setPortalLocale(locale);

const page = new PortalOptions();
const manifest = browser.runtime.getManifest();
page.hostPermissions = manifest.manifest_version === 3 ? (manifest.host_permissions ?? []) : [];
page.connections = createConnectionsClient(runtimeTransport(browser.runtime), {
  onLiveness: (state) => {
    page.reconnecting = state === 'reconnecting';
  },
});
document.body.append(page);

/** Starts the options page: the only module of it that knows the browser's API. */
import browser from 'webextension-polyfill';
import {
  createConnectionsClient,
  createVaultClient,
  forgetGridLayouts,
  forgetPageMemory,
  runtimeTransport,
  type Liveness,
} from '../../channel/index.js';
import { localeFor, setPortalLocale } from '../../locales/localization.js';
import { extensionBrowser } from './extension-browser.js';
import { PortalOptions } from './portal-options.js';

const locale = localeFor(navigator.language);
document.documentElement.lang = locale;
await setPortalLocale(locale);

const page = new PortalOptions();
const manifest = browser.runtime.getManifest();
const hostPermissions = manifest.manifest_version === 3 ? (manifest.host_permissions ?? []) : [];
const transport = runtimeTransport(browser.runtime);
const onLiveness = (state: Liveness) => {
  page.reconnecting = state === 'reconnecting';
};
page.browser = extensionBrowser(browser, hostPermissions);
page.vault = createVaultClient(transport, { onLiveness });
page.forget = {
  layouts: () => forgetGridLayouts(transport),
  'page-memory': () => forgetPageMemory(transport),
};
page.connections = createConnectionsClient(transport, { onLiveness });
document.body.append(page);

/** Starts the jobs page: the only module of it that knows the browser's API. */
import browser from 'webextension-polyfill';
import { createRemoteJobs, runtimeTransport } from '../../channel/index.js';
import { localeFor, setPortalLocale } from '../../locales/localization.js';
import { PortalJobsPage } from './portal-jobs-page.js';

const locale = localeFor(navigator.language);
document.documentElement.lang = locale;
await setPortalLocale(locale);

const page = new PortalJobsPage();
page.jobs = createRemoteJobs(runtimeTransport(browser.runtime), {
  onLiveness: (state) => {
    page.reconnecting = state === 'reconnecting';
  },
});
document.body.append(page);

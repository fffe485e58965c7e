/** Starts the journal page: the only module of it that knows the browser's API. */
import browser from 'webextension-polyfill';
import { createJournalReader, runtimeTransport } from '../../channel/index.js';
import { localeFor, setPortalLocale } from '../../locales/localization.js';
import { PortalJournal } from './portal-journal.js';

const locale = localeFor(navigator.language);
document.documentElement.lang = locale;
await setPortalLocale(locale);

const page = new PortalJournal();
page.journal = createJournalReader(runtimeTransport(browser.runtime), {
  onLiveness: (state) => {
    page.reconnecting = state === 'reconnecting';
  },
});
document.body.append(page);

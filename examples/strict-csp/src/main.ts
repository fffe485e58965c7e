import 'psa-portal-admin/components/company-settings';
import 'psa-portal-admin/components/contact-grid';
import 'psa-portal-admin/components/job-list';
import 'psa-portal-admin/components/provider';
import { localeFor, setPortalLocale } from 'psa-portal-admin/locales';
import { admin, jobs } from './portal';

const frozen = { en: 'There is a change freeze.', de: 'Zurzeit gilt eine Änderungssperre.' };

const portal = byId('portal', HTMLElement);
const freeze = byId('freeze', HTMLInputElement);
const language = byId('language', HTMLSelectElement);
const colours = byId('colours', HTMLSelectElement);
const contactDialog = byId('contact', HTMLDialogElement);

Object.assign(portal, { admin, jobs });

// Somebody wants to edit a contact: the app has its own page for that.
portal.addEventListener('portal-edit-contact', (event) => {
  event.preventDefault();
  const { id, firstName = '', lastName = '' } = event.detail.contact;
  byId('contact-name', HTMLElement).textContent = `${firstName} ${lastName}`.trim() || `Contact ${id}`;
  contactDialog.showModal();
});

// Before anything is written, the app may say no. The element tells why, and keeps what was entered.
portal.addEventListener('portal-before-write', (event) => {
  if (freeze.checked) event.refuse(frozen[localeFor(language.value)]);
});

language.value = localeFor(navigator.language);
language.addEventListener('change', speak);
// Set by script, which a policy without `unsafe-inline` allows; a `style` attribute would be refused.
colours.addEventListener('change', () => {
  document.documentElement.style.colorScheme = colours.value;
});
speak();

function speak(): void {
  portal.lang = language.value;
  void setPortalLocale(localeFor(language.value));
}

function byId<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`There is no #${id}.`);
  return element;
}

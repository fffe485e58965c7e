const { localeFor, memoryJobs, portalService, setPortalLocale } = PortalAdmin;

// Your backend, which keeps the PSA's credentials, and the token of whoever is signed in. These are the sandbox's.
const admin = portalService({
  baseUrl: 'http://127.0.0.1:4010/portal/v1',
  getToken: () => 'sandbox-portal-token',
});

const frozen = { en: 'There is a change freeze.', de: 'Zurzeit gilt eine Änderungssperre.' };

const byId = (id) => document.getElementById(id);
const portal = byId('portal');
Object.assign(portal, { admin, jobs: memoryJobs(admin) });

// Somebody wants to edit a contact: the app has its own page for that.
portal.addEventListener('portal-edit-contact', (event) => {
  event.preventDefault();
  const { id, firstName = '', lastName = '' } = event.detail.contact;
  byId('contact-name').textContent = `${firstName} ${lastName}`.trim() || `Contact ${id}`;
  byId('contact').showModal();
});

// Before anything is written, the app may say no. The element tells why, and keeps what was entered.
portal.addEventListener('portal-before-write', (event) => {
  if (byId('freeze').checked) event.refuse(frozen[byId('language').value]);
});

byId('language').addEventListener('change', ({ target }) => speak(target.value));
byId('colours').addEventListener('change', ({ target }) => {
  document.documentElement.style.colorScheme = target.value;
});

function speak(language) {
  byId('language').value = language;
  portal.lang = language;
  return setPortalLocale(language);
}

speak(localeFor(navigator.language));

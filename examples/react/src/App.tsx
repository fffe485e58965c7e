import { useEffect, useState } from 'react';
import 'psa-portal-admin/components/company-settings';
import 'psa-portal-admin/components/contact-grid';
import 'psa-portal-admin/components/job-list';
import 'psa-portal-admin/components/provider';
import { localeFor, setPortalLocale } from 'psa-portal-admin/locales';
import { Bar } from './Bar';
import { ContactDialog, type Contact } from './ContactDialog';
import { admin, jobs } from './portal';

const COMPANY = 174;
const frozen = { en: 'There is a change freeze.', de: 'Zurzeit gilt eine Änderungssperre.' };

export function App() {
  const [language, setLanguage] = useState(() => localeFor(navigator.language));
  const [isFrozen, setFrozen] = useState(false);
  const [contact, setContact] = useState<Contact>();

  useEffect(() => void setPortalLocale(language), [language]);

  // Somebody wants to edit a contact: the app has its own page for that.
  function editContact(event: HTMLElementEventMap['portal-edit-contact']) {
    event.preventDefault();
    setContact(event.detail.contact);
  }

  // Before anything is written, the app may say no. The element tells why, and keeps what was entered.
  function beforeWrite(event: HTMLElementEventMap['portal-before-write']) {
    if (isFrozen) event.refuse(frozen[language]);
  }

  return (
    <>
      <Bar language={language} onLanguage={setLanguage} isFrozen={isFrozen} onFreeze={setFrozen} />
      <main>
        <portal-provider
          lang={language}
          admin={admin}
          jobs={jobs}
          onportal-edit-contact={editContact}
          onportal-before-write={beforeWrite}
        >
          <portal-company-settings companyId={COMPANY} />
          <portal-job-list companyId={COMPANY} recent />
          <portal-contact-grid companyId={COMPANY} />
        </portal-provider>
      </main>
      {contact && <ContactDialog contact={contact} onClose={() => setContact(undefined)} />}
    </>
  );
}

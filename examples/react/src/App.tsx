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

export function App() {
  const [language, setLanguage] = useState(() => localeFor(navigator.language));
  const [isFrozen, setFrozen] = useState(false);
  const [said, setSaid] = useState('');
  const [contact, setContact] = useState<Contact>();

  useEffect(() => void setPortalLocale(language), [language]);

  // Somebody wants to edit a contact: the app has its own page for that.
  function editContact(event: HTMLElementEventMap['portal-edit-contact']) {
    event.preventDefault();
    setContact(event.detail.contact);
  }

  // Before anything is written, the app may say no.
  function beforeWrite(event: HTMLElementEventMap['portal-before-write']) {
    if (!isFrozen) return;
    event.preventDefault();
    setSaid('Nothing was saved: there is a change freeze.');
  }

  function freeze(isOn: boolean) {
    setFrozen(isOn);
    setSaid('');
  }

  return (
    <>
      <Bar language={language} onLanguage={setLanguage} isFrozen={isFrozen} onFreeze={freeze} />
      <main>
        <h1>Nordlicht Logistik GmbH</h1>
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
      <p className="said" role="status">
        {said}
      </p>
      {contact && <ContactDialog contact={contact} onClose={() => setContact(undefined)} />}
    </>
  );
}

/** The words of the company page in one language, as the vendor's help writes them. */
export interface CompanyPageWords {
  lang: string;
  title: string;
  save: string;
  portalSwitch: string;
  /** General, Taskfire, request types, early access, users. */
  headings: [string, string, string, string, string];
  /** The first one is a check box. */
  fields: [string, ...string[]];
  loginLink: string;
  columns: string[];
}

/** English, with the tenant's word for a company in it. */
export function englishWords(term = 'Organization'): CompanyPageWords {
  return {
    lang: 'en',
    title: `Client Portal ${term} Detail`,
    save: 'Save',
    portalSwitch: 'Enabled for Client Portal',
    headings: [
      'General Settings',
      'Taskfire',
      'Service Request Types',
      'Early Access',
      `Manage Users for this ${term}`,
    ],
    fields: [
      'Notifications',
      'Assigned Resource',
      'Show Time',
      'Ticket Due Dates',
      'Time Zone',
      'Quick Ticket',
      `Show Parent & Sub-${term} Tickets`,
      'Two-Factor Authentication (2FA)',
    ],
    loginLink: 'Client Portal Login',
    columns: ['Contact Name', 'E-mail Address', 'Security Level'],
  };
}

export function germanWords(): CompanyPageWords {
  return {
    lang: 'de',
    title: 'Kundenportal - Kundendetails',
    save: 'Speichern',
    portalSwitch: 'Für Kundenportal aktiviert',
    headings: [
      'Allgemeine Einstellungen',
      'Taskfire',
      'Serviceanforderungstypen',
      'Early Access',
      'Benutzer für diesen Kunden verwalten',
    ],
    fields: [
      'Benachrichtigungen',
      'Zugewiesener Mitarbeiter',
      'Geleistete Arbeit anzeigen',
      'Ticket-Fälligkeitsdaten',
      'Zeitzone',
      'Quick-Ticket',
      'Tickets von Mutter- & Tochterfirmen anzeigen',
      'Zwei-Faktor-Authentisierung (2FA)',
    ],
    loginLink: 'Kundenportal-Anmeldung',
    columns: ['Kontaktname', 'E-Mail-Adresse', 'Zugriffsrecht'],
  };
}

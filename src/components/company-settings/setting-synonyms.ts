import type { SettingKey } from '../../model/index.js';

/**
 * What people type who look for a setting by another name than its own: abbreviations, the vendor's terms, German ones in
 * an English page and the other way round. They are only searched and never shown, so that nobody has to translate them.
 */
export const settingSynonyms: Readonly<Record<SettingKey, string>> = {
  portalEnabled:
    'enable activate disable deactivate turn on turn off access login lock out client portal einschalten ausschalten aktivieren deaktivieren freischalten sperren zugang wer darf rein anmelden kundenportal',
  twoFactor:
    '2fa mfa otp totp two factor two-factor second factor multi-factor authenticator app verification code security zwei-faktor zweifaktor zweiter faktor mehrfaktor bestätigungscode sicherheit authentifizierung',
  resourceNames:
    'resource technician agent employee engineer names anonymous neutral hide mitarbeiter techniker namen bearbeiter anonym verbergen zugewiesene ressource',
  workedTime:
    'hours time entries billing billed labor labour effort stunden arbeitszeit zeiten zeiteinträge abgerechnet aufwand',
  notifications:
    'e-mail email mail alert notify note task benachrichtigung benachrichtigungen meldung hinweis notiz aufgabe',
  knowledgeBase: 'kb faq articles knowledge base help wissensdatenbank wissen artikel hilfe anleitung',
  documents: 'files downloads attachments dokumente dateien unterlagen anhänge',
  ticketDueDates:
    'due date deadline sla provider due fällig fälligkeit fälligkeitsdatum frist termin bis wann',
  timeZone: 'timezone time zone clock utc gmt offset region zeitzone uhrzeit zeit sommerzeit',
  quickTicket: 'quick ticket fast ticket short form template schnellticket quick-ticket kurzformular vorlage',
  relatedTickets:
    'parent company subsidiary sister sub-company headquarters group muttergesellschaft mutterunternehmen tochter schwester konzern niederlassung verbundene',
  requestTypes:
    'service request types catalog catalogue categories forms anfragetypen anfragearten serviceanfragen anforderungen katalog kategorien formulare',
  earlyAccess:
    'beta preview new portal new ui early access neues portal vorschau vorabzugriff früher zugriff',
  preventLegacyPortal:
    'legacy classic old portal switch off force new altes portal klassisch abschalten verhindern nur neues',
  firstExperience:
    'default landing first start page legacy new standard zuerst erste ansicht startseite voreinstellung',
};

/** The same for the address of the login page, which is no setting. */
export const portalLoginSynonyms =
  'url link address login page sign-in page custom domain friendly legacy anmeldeseite adresse anmelden einloggen weblink';

/**
 * What the PSA's company page says about itself, as data: repairing recognition after a PSA update means editing this
 * file and `selectors.ts`, nothing else. Words come from the vendor's help in English and German ("Client Portal
 * Organization Detail", "Kundenportal - Kundendetails"); the page's URL and markup are not documented anywhere.
 *
 * Texts are compared in lower case with single spaces. `{term}` stands for the tenant's word for a company.
 */

/** The languages in which the page can be recognised. */
export type PageLanguage = 'en' | 'de';

/** The words that a tenant can choose for "company" (vendor help, local terms), and their German counterparts. */
export const COMPANY_TERMS: Record<PageLanguage, readonly string[]> = {
  en: ['account', 'business unit', 'client', 'company', 'customer', 'organization', 'organisation', 'site'],
  de: [
    'account',
    'client',
    'firma',
    'firmen',
    'geschäftsbereichs?',
    'konto',
    'kontos?',
    'kunden?',
    'organisations?',
    'standorts?',
    'standort',
    'unternehmens?',
  ],
};

/** Where in the page a text has to stand for an anchor to count. */
export type AnchorPlace = 'title' | 'heading' | 'label';

/** One thing the page says: any of its texts, in either language, is worth its weight once. */
export interface TextAnchor {
  place: AnchorPlace;
  weight: number;
  en: readonly string[];
  de: readonly string[];
}

const title: TextAnchor = {
  place: 'title',
  weight: 30,
  en: ['client portal {term} details?'],
  de: ['kundenportal ?[-–] ?{term}-?details?'],
};

/** The check box in the page's header: no other page has it. */
const portalSwitch: TextAnchor = {
  place: 'label',
  weight: 15,
  en: ['(this )?({term} )?(is )?enabled for client portal'],
  de: ['({term} )?für (das )?kundenportal aktiviert'],
};

const headings: readonly TextAnchor[] = [
  { place: 'heading', weight: 3, en: ['general( settings)?'], de: ['allgemein(e einstellungen)?'] },
  { place: 'heading', weight: 5, en: ['taskfire'], de: ['taskfire'] },
  {
    place: 'heading',
    weight: 6,
    en: ['service request types'],
    de: ['serviceanforderungstypen', 'serviceanfragetypen', 'anfragearten', 'serviceanfragearten'],
  },
  {
    place: 'heading',
    weight: 5,
    en: ['(client portal )?early access'],
    de: ['(kundenportal[- ])?(early access|frühzugang)'],
  },
  {
    place: 'heading',
    weight: 6,
    en: ['manage users( for this {term})?'],
    de: ['benutzer( für (diese[ns]?|die|den|das) {term})? verwalten', 'benutzer dieser? {term} verwalten'],
  },
];

/** Labels, links and buttons of the general settings. Each occurs on other pages too; together they do not. */
const fields: readonly TextAnchor[] = [
  label(['assigned resource'], ['zugewiesener mitarbeiter']),
  label(['show time'], ['geleistete arbeit anzeigen']),
  label(['notifications'], ['benachrichtigungen']),
  label(['knowledge base( articles)?'], ['knowledge ?base(-beiträge)?']),
  label(['ticket due dates'], ['ticket-fälligkeitsdaten']),
  label(['time zone'], ['zeitzone']),
  label(['client portal login( url)?'], ['kundenportal-anmeldung', 'url für die anmeldung im kundenportal']),
  label(['quick tickets?'], ['quick-tickets?']),
  label(
    ['show parent (&|and) sub-?({term}|organization) tickets'],
    ['tickets von mutter- (&|und) tochterfirmen anzeigen'],
  ),
  label(['two-factor authentication( \\(2fa\\))?'], ['zwei-faktor-authentisierung( \\(2fa\\))?']),
  label(['view log', 'single sign-on tracking'], ['protokoll anzeigen', 'single-sign-on-tracking']),
  label(['manage logos'], ['logos verwalten']),
];

function label(en: readonly string[], de: readonly string[]): TextAnchor {
  return { place: 'label', weight: 3, en, de };
}

/** Everything the page says that speaks for it. */
export const TEXT_ANCHORS: readonly TextAnchor[] = [title, portalSwitch, ...headings, ...fields];

/** Titles of the pages around it, whose words are alike. They speak against it. */
export const OTHER_PAGES: TextAnchor = {
  place: 'title',
  weight: -40,
  en: [
    'manage client portal.*',
    'manage (security levels|logos|service request types)',
    '(configure )?(global )?client portal( & taskfire)?( settings)?',
    'client portal settings',
    'single sign-on log',
    'taskfire agreement',
    '(edit )?contact( detail)?s?',
    'configure id(p|entity provider)',
  ],
  de: [
    '.*(kunden|zugriffsrechte|logos|anfragearten) verwalten',
    '(globale )?kundenportal-?einstellungen',
    'single-sign-on-protokoll',
    'taskfire-vereinbarung',
    'kontakt( bearbeiten|details?)?',
  ],
};

/** What the button says with which the page is saved; "Save & Close" begins alike. */
export const SAVE_CAPTION = /^(save|speichern)\b/i;

/** Anchors that need no language. */
export const LOGIN_LINK_WEIGHT = 8;
export const EMAIL_GRID_WEIGHT = 5;
export const PATH_WEIGHT = 3;

/** Hosts of the customers' login pages (vendor help, "friendly" portal URL). */
export const LOGIN_HOST = /(^|\.)itclientportal\.com$/;

/** Names in paths that would fit; worth little, since no path of the page is documented. */
export const LIKELY_PATH = /client-?_?portal|clientaccess|taskfire/;

/** From this score on the page is taken for the company page. All anchors together are worth more than 100. */
export const RECOGNISED_SCORE = 50;

/** From this score on the page may still become one and is watched while it renders. */
export const CANDIDATE_SCORE = 12;

/** The words without which no page can reach a score: the cheap test before a page is read at all. */
export const PRECHECK = /client portal|kundenportal/i;

/** Query parameters and hidden fields that hold a company's id, most specific first; compared in lower case. */
export const COMPANY_ID_NAMES = [
  'companyid',
  'accountid',
  'organizationid',
  'organisationid',
  'clientid',
  'customerid',
  'objectid',
  'ids[0]',
  'id',
] as const;

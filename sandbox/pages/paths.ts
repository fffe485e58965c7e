/**
 * Where the pages are. Shell and sign-in have the paths that public extensions for the vendor's product name. Those
 * of the portal administration and of the contact form are not public: they are guesses in the same style, so nothing
 * may recognise a page by them alone.
 */
export const paths = {
  signIn: '/Mvc/Framework/Authentication.mvc/Authenticate',
  signOut: '/Mvc/Framework/Authentication.mvc/SignOut',
  denied: '/Mvc/Security/Authorization.mvc/Failure',
  shell: '/AutotaskOnyx/LandingPage',
  clients: '/Mvc/Administration/ClientPortal.mvc/ClientList',
  client: '/Mvc/Administration/ClientPortal.mvc/ClientDetail',
  taskfire: '/Mvc/Administration/ClientPortal.mvc/Taskfire',
  ssoLog: '/Mvc/Administration/ClientPortal.mvc/SingleSignOnLog',
  logos: '/Mvc/Administration/ClientPortal.mvc/Logos',
  logo: '/Mvc/Administration/ClientPortal.mvc/Logo',
  globalSettings: '/Mvc/Administration/ClientPortal.mvc/GlobalSettings',
  securityLevels: '/Mvc/Administration/ClientPortal.mvc/SecurityLevels',
  contact: '/Mvc/CRM/ContactEdit.mvc/Edit',
  newContact: '/Mvc/CRM/ContactNewPage.mvc/Create',
  /** Documented: the entry for links from outside (vendor help, ExecuteCommand API). */
  executeCommand: '/Autotask/AutotaskExtend/ExecuteCommand.aspx',
  preferences: '/Mvc/Framework/Preferences.mvc/Set',
  assets: '/Content',
} as const;

/** The page of one company. */
export const clientPath = (companyId: number): string => `${paths.client}?accountId=${companyId}`;

/** What is done to Taskfire of one company: each on a page of its own. */
export const taskfirePath = (companyId: number, step: string): string =>
  `${paths.taskfire}?accountId=${companyId}&step=${step}`;

/** The log of sign-ins of one company. */
export const ssoLogPath = (companyId: number): string => `${paths.ssoLog}?accountId=${companyId}`;

/** The logos of one company, and one of their pictures. */
export const logosPath = (companyId: number): string => `${paths.logos}?accountId=${companyId}`;
export const logoPath = (companyId: number, slot: string): string =>
  `${paths.logo}?accountId=${companyId}&slot=${slot}`;

/** The form of one contact; `portal` opens the Client Portal tab. */
export const contactPath = (contactId: number, tab: 'general' | 'portal' = 'general'): string =>
  `${paths.contact}?contactId=${contactId}&tab=${tab}`;

/** An inner page inside the shell, whose address carries it as base64 of JSON. */
export function shellPath(innerPath: string): string {
  const data = Buffer.from(JSON.stringify({ url: innerPath })).toString('base64');
  return `${paths.shell}?view=client-portal&view-data=${encodeURIComponent(data)}`;
}

/**
 * A path of this origin, or undefined. Only such a path may follow a sign-in: anything else would let a link lead
 * people through the sign-in to a foreign page.
 */
export function localPath(text: string): string | undefined {
  const origin = 'http://sandbox.invalid';
  if (!text.startsWith('/') || !URL.canParse(text, origin)) return undefined;
  const url = new URL(text, origin);
  // `//host` and `/\host` parse to a foreign origin; `/.//host` to a path that a second parse takes for one.
  if (url.origin !== origin || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search + url.hash;
}

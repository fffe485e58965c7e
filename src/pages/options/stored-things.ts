import { msg } from '@lit/localize';
import { pageAddress, pageTitle, type PageName } from '../shared/portal-page-frame.js';

/** One kind of thing that the extension stores. */
export interface StoredThing {
  readonly what: string;
  /** What exactly, above all what of it is about people. */
  readonly detail: string;
  /** `memory` ends with the browser at the latest. */
  readonly place: 'memory' | 'encrypted' | 'disk';
  readonly where?: string;
  readonly why: string;
  readonly until: string;
  /** Where it can be deleted. */
  readonly page: { readonly label: string; readonly href: string } | undefined;
  /** It is deleted here, by a button. */
  readonly forgottenHere?: ForgottenHere;
}

/** What can be forgotten by a button in the table. */
export interface ForgottenHere {
  readonly id: ForgettableId;
  /** On the button. */
  readonly label: string;
  /** Said afterwards. */
  readonly done: string;
}
export type ForgettableId = 'layouts' | 'page-memory';

/** Everything, the secret first. Whoever stores something new writes it down here. */
export function storedThings(): StoredThing[] {
  return [...secrets(), ...work(), ...helpers()];
}

function secrets(): StoredThing[] {
  return [
    {
      what: msg('Secrets for this browser session'),
      detail: msg('API secrets, integration codes, access tokens and sign-ins of such connections.'),
      place: 'memory',
      where: msg('The PSA’s pages cannot read it.'),
      why: msg('To reach your PSA without asking you each time.'),
      until: msg('Until the browser ends, the extension is updated, or you forget the connection.'),
      page: linkTo('connections'),
    },
    {
      what: msg('Secrets that are remembered'),
      detail: msg('The same, of connections that your passphrase protects.'),
      place: 'encrypted',
      where: msg(
        'In the browser’s memory are its key, while the vault is unlocked, and access tokens that last minutes.',
      ),
      why: msg('So that you enter one passphrase instead of all of them.'),
      until: msg('Until you forget the connection or delete the vault.'),
      page: linkTo('vault'),
    },
    {
      what: msg('Connections without their secrets'),
      detail: msg('Addresses, names, API user names, which one is in use.'),
      place: 'disk',
      where: msg('Of connections for this browser session: in memory.'),
      why: msg('To show them while the vault is locked.'),
      until: msg('As long as the connection.'),
      page: linkTo('connections'),
    },
    {
      what: msg('Initial passwords'),
      detail: msg('Those of logins that a job has created.'),
      place: 'memory',
      why: msg('So that you can hand them out.'),
      until: msg('Until you take them, once, or the browser ends.'),
      page: linkTo('jobs'),
    },
  ];
}

function work(): StoredThing[] {
  return [
    {
      what: msg('Jobs'),
      detail: msg(
        'Company, names and user names of contacts, what is planned, what was before. No passwords.',
      ),
      place: 'disk',
      why: msg('So that a job survives a closed tab or browser, and can be undone.'),
      until: msg(
        'Until you remove the job. Ended ones also go after 90 days, or when there are more than 50.',
      ),
      page: linkTo('jobs'),
    },
    {
      what: msg('Journal'),
      detail: msg('Each change made through the extension: when, by whom, company, value before and after.'),
      place: 'disk',
      why: msg('So that you can show later what was changed.'),
      until: msg('Until you empty it; beyond 20,000 entries the oldest go.'),
      page: linkTo('journal'),
    },
  ];
}

function helpers(): StoredThing[] {
  return [
    {
      what: msg('Settings of the vault'),
      detail: msg('When it locks by itself, how its key is made, when the next try is possible.'),
      place: 'disk',
      why: msg('They are needed before it is unlocked.'),
      until: msg('Until you delete the vault.'),
      page: linkTo('vault'),
    },
    {
      what: msg('Columns and order of lists'),
      detail: msg(
        'Which columns are shown, where, how wide, and by what is sorted. Not what you search or filter.',
      ),
      place: 'disk',
      where: msg('The PSA’s pages cannot read it.'),
      why: msg('So that lists look as you left them.'),
      until: msg('Until you forget it here.'),
      page: undefined,
      forgottenHere: {
        id: 'layouts',
        label: msg('Forget columns and order'),
        done: msg('Forgotten. Lists that are open keep theirs.'),
      },
    },
    pageMemory(),
    {
      what: msg('What is going on'),
      detail: msg(
        'Which company each open page of the PSA shows, changes that are under way, how many requests were used.',
      ),
      place: 'memory',
      why: msg('So that nothing is done twice, and nothing for the wrong company.'),
      until: msg('As long as it is needed, at the latest until the browser ends.'),
      page: undefined,
    },
    {
      what: msg('Lists from the PSA'),
      detail: msg('Contacts and choices of the companies you have just looked at.'),
      place: 'memory',
      why: msg('So that pages appear at once and the PSA is asked less.'),
      until: msg('For minutes; the browser stops the extension when nothing uses it.'),
      page: undefined,
    },
  ];
}

function pageMemory(): StoredThing {
  return {
    what: msg('Visits of companies'),
    detail: msg(
      'Which companies you looked at and when you had last seen everything, by the name that the PSA’s page shows for you. Whether shortcuts are on.',
    ),
    place: 'disk',
    where: msg('The PSA’s pages cannot read it.'),
    why: msg('To say what has changed since your last visit.'),
    until: msg('Until you forget it here; beyond 500 visits the oldest go.'),
    page: undefined,
    forgottenHere: {
      id: 'page-memory',
      label: msg('Forget visits'),
      done: msg('Forgotten. At each company your next visit is the first.'),
    },
  };
}

function linkTo(page: PageName): StoredThing['page'] {
  return { label: pageTitle(page), href: pageAddress(page) };
}

import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createAutotaskClient,
  createCachedClient,
  createMemoryClient,
  createPortalServiceClient,
  personalAccessToken,
} from '../../src/clients/index.js';
import {
  methodSchemas,
  PortalError,
  PortalErrorDataSchema,
  writingMethods,
  type PortalAdmin,
  type PortalMethod,
} from '../../src/contract/index.js';
import { lies, tell, type Lie } from './support/hostile-backend.js';

/** Half of them to each client. */
const CALLS = process.env.TEST_LONG === undefined ? 2_000 : 10_000;
const COMPANY = 174;
const CONTACT = 5;
const ACCOUNT = 7;
const SECRET = 'planted-secret';
const visible = {
  contactId: CONTACT,
  userName: 'joerg@people.example',
  isActive: true,
  securityLevel: 1,
  dateFormat: 1,
  timeFormat: 1,
  numberFormat: 1,
};
const draft = { ...visible, password: 'Planted-Password#42' };
const newContact = { firstName: 'Zoë', lastName: 'Planted', email: null, phone: null, title: null };
const account = { ...draft, id: ACCOUNT, contactID: CONTACT, isClientPortalActive: false };

/** How each method is called; the values are those that the honest backend knows. */
const calls: Record<PortalMethod, (admin: PortalAdmin) => Promise<unknown>> = {
  capabilities: (admin) => admin.capabilities(COMPANY),
  companies: (admin) => admin.companies(null),
  company: (admin) => admin.company(COMPANY),
  portalLogin: (admin) => admin.portalLogin(COMPANY),
  taskfire: (admin) => admin.taskfire(COMPANY),
  taskfireAgreement: (admin) => admin.taskfireAgreement(COMPANY),
  billingContracts: (admin) => admin.billingContracts(COMPANY),
  enableTaskfire: (admin) =>
    admin.enableTaskfire(COMPANY, { agreementVersion: '1', confirmed: ['fees', 'terms'] }, '"0"'),
  disableTaskfire: (admin) => admin.disableTaskfire(COMPANY, [{ from: 4, to: 1 }], '"1"'),
  setTaskfireBilling: (admin) => admin.setTaskfireBilling(COMPANY, null, '"1"'),
  ssoEvents: (admin) => admin.ssoEvents(COMPANY, null),
  logos: (admin) => admin.logos(COMPANY),
  setLogo: (admin) => admin.setLogo(COMPANY, 'login', { data: 'R0lGODlh' }, '"1"'),
  removeLogo: (admin) => admin.removeLogo(COMPANY, 'header', '"1"'),
  globalSettings: (admin) => admin.globalSettings(),
  saveGlobalSettings: (admin) => admin.saveGlobalSettings({ twoFactor: 'all' }, '"1"'),
  providerDefaults: (admin) => admin.providerDefaults(),
  requestTypes: (admin) => admin.requestTypes(),
  ticketOptions: (admin) => admin.ticketOptions(),
  timeZones: (admin) => admin.timeZones(),
  settings: (admin) => admin.settings(COMPANY),
  saveSettings: (admin) => admin.saveSettings(COMPANY, { documents: false }, '"1"'),
  contacts: (admin) => admin.contacts(COMPANY, null),
  portalUserOptions: (admin) => admin.portalUserOptions(),
  takenUserNames: (admin) => admin.takenUserNames([draft.userName], null),
  portalUsers: (admin) => admin.portalUsers(COMPANY, [CONTACT]),
  createContact: (admin) => admin.createContact(COMPANY, newContact),
  createPortalUser: (admin) => admin.createPortalUser(COMPANY, draft),
  changePortalUser: (admin) => admin.changePortalUser(COMPANY, ACCOUNT, { isActive: true }, null),
};
const methods = Object.keys(calls) as PortalMethod[];

/** One call of one method; which of the backend's answers are lies. */
interface Scenario {
  readonly method: PortalMethod;
  readonly lies: readonly Lie[];
  /** The first so many answers are honest. */
  readonly honest: number;
}
const scenarios: fc.Arbitrary<Scenario> = fc.record({
  method: fc.constantFrom(...methods),
  lies: fc.array(lies, { minLength: 1, maxLength: 4 }),
  honest: fc.nat({ max: 3 }),
});

interface Sent {
  readonly method: string;
  readonly path: string;
  /** What was answered, as far as it was read. */
  answer: string;
}

/** A backend that lies as the scenario says, and what it was sent. */
function backendOf({ lies: told, honest }: Scenario, honestAnswer: (request: Sent) => unknown) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    expect(request.redirect).toBe('error');
    const { origin, pathname } = new URL(request.url);
    expect(origin).toBe('https://psa.example');
    const one: Sent = { method: request.method, path: pathname, answer: '' };
    const index = sent.push(one) - 1 - honest;
    const answer = honestAnswer(one);
    const lie = index < 0 ? undefined : told[index % told.length];
    const response = lie === undefined ? Response.json(answer) : tell(lie, answer);
    one.answer = await response
      .clone()
      .text()
      .catch(() => '');
    return response;
  };
  return { sent, fetch };
}

const contact = { id: CONTACT, companyID: COMPANY, firstName: 'Jörg', lastName: 'Eßer', isActive: 1 };
const company = { id: COMPANY, companyName: 'Käserei', companyType: 1, isActive: true, countryID: 77 };
const page = (...items: unknown[]) => ({ items, pageDetails: { nextPageUrl: null } });
const picklist = (name: string) => ({ name, picklistValues: [{ value: '1', label: 'One', isSystem: true }] });

const picklists = ['securityLevel', 'dateFormat', 'timeFormat', 'numberFormat', 'priority', 'queueID'];

function autotaskAnswer({ method, path }: Sent): unknown {
  if (path.endsWith('ThresholdInformation'))
    return {
      externalRequestThreshold: 10_000,
      requestThresholdTimeframe: 60,
      currentTimeframeRequestCount: 9,
    };
  if (path.endsWith('/fields')) return { fields: picklists.map(picklist) };
  if (path.endsWith('/entityInformation')) return { info: { canCreate: true, canUpdate: true } };
  if (path.endsWith('/count')) return { queryCount: 1 };
  if (path.includes('/Contacts/query')) return page(contact);
  if (path.endsWith('/ClientPortalUsers/query')) return page(account);
  if (path.endsWith('/Companies/query')) return page(company);
  if (path.endsWith('/Countries/query')) return page({ id: 77, countryCode: 'DE' });
  return method === 'GET' ? { item: company } : { itemId: ACCOUNT };
}

const ownContact = { ...newContact, id: CONTACT, companyId: COMPANY, isActive: true };
const ownAccount = { ...visible, id: ACCOUNT, isActive: false };
const contactPage = { rows: [{ contact: ownContact, portalUser: null }], next: null, total: 1 };
const ownCompany = {
  ...{ id: COMPANY, name: 'Käserei', isActive: true, isCustomer: true, isTaskfireActive: false },
  ...{ parentId: null, country: 'DE', region: null },
};

const memory = createMemoryClient();
async function portalServiceAnswers(): Promise<(request: Sent) => unknown> {
  const settings = { ...(await memory.settings(COMPANY)), version: '"2"' };
  const answers: [string, unknown][] = [
    ['capabilities', await memory.capabilities(COMPANY)],
    ['portal-login', await memory.portalLogin(COMPANY)],
    ['taskfire', await memory.taskfire(COMPANY)],
    ['provider', await memory.providerDefaults()],
    ['request-types', await memory.requestTypes()],
    ['ticket-options', await memory.ticketOptions()],
    ['time-zones', await memory.timeZones()],
    ['/settings', settings],
    ['global-settings', await memory.globalSettings()],
    ['logos', await memory.logos(COMPANY)],
    ['logos/login', await memory.logos(COMPANY)],
    ['logos/header', await memory.logos(COMPANY)],
    ['/companies', { companies: [ownCompany], next: null }],
    [`/companies/${String(COMPANY)}`, ownCompany],
    ['portal-user-options', await memory.portalUserOptions()],
    ['user-names/query', { taken: [] }],
    ['portal-users/query', { portalUsers: [] }],
    ['/portal-users', ownAccount],
    [`/portal-users/${String(ACCOUNT)}`, ownAccount],
  ];
  const changed = { before: ownAccount, after: { ...ownAccount, isActive: true } };
  return ({ method, path }) => {
    if (path.endsWith('/contacts')) return method === 'POST' ? ownContact : contactPage;
    if (method === 'PATCH' && path.includes('/portal-users/')) return changed;
    return answers.find(([end]) => path.endsWith(end))?.[1];
  };
}

const backends = {
  'the Autotask client': (fetch: typeof globalThis.fetch) =>
    createAutotaskClient({
      ...{ user: 'api@people.example', secret: SECRET, integrationCode: 'CODE', fetch },
      baseUrl: 'https://psa.example/ATServicesRest/',
    }),
  'the portal service client': (fetch: typeof globalThis.fetch) =>
    createPortalServiceClient({
      baseUrl: 'https://psa.example/portal/v1',
      tokens: personalAccessToken(SECRET),
      fetch,
    }),
};

describe.each(Object.entries(backends))('%s, lied to', (name, clientOn) => {
  let honest: (request: Sent) => unknown = autotaskAnswer;
  // Only the waits between attempts are simulated: there are thousands of them.
  beforeEach(async () => {
    if (name.includes('portal service')) honest = await portalServiceAnswers();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it(`ends ${String(CALLS / 2)} calls properly, repeats no write, and changes nothing on a lie`, async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { sent, fetch } = backendOf(scenario, honest);
        const ended = outcomeOf(calls[scenario.method](createCachedClient(clientOn(fetch))));
        const outcome = await hurried(ended);
        checkOutcome(scenario.method, outcome);
        checkRequests(scenario.method, sent);
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: CALLS / 2 },
    );
  }, 600_000);
});

type Outcome = { readonly value: unknown } | { readonly thrown: unknown };

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await call };
  } catch (thrown) {
    return { thrown };
  }
}

/** Lets time pass until there is an outcome. */
async function hurried(ended: Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome | undefined;
  void ended.then((one) => {
    outcome = one;
  });
  for (let step = 0; outcome === undefined; step += 1) {
    // What a real stream or promise needs, and then the waits.
    await new Promise((resolve) => setImmediate(resolve));
    if (step % 5 === 4) await vi.advanceTimersByTimeAsync(500);
    if (step > 2_000) throw new Error('no end');
  }
  return outcome;
}

function checkOutcome(method: PortalMethod, outcome: Outcome): void {
  if ('value' in outcome) {
    const { issues } = v.safeParse(methodSchemas[method].result, outcome.value);
    expect(issues, method).toBeUndefined();
    expect(JSON.stringify(outcome.value)).not.toContain('"companyId":666');
    return;
  }
  const { thrown } = outcome;
  if (!(thrown instanceof PortalError)) throw thrown;
  expect(v.safeParse(PortalErrorDataSchema, thrown.data).issues).toBeUndefined();
  expect(JSON.stringify(thrown.data)).not.toMatch(/planted-|"companyId":666/i);
}

/** The others name their company in the address. */
const contactWrites: readonly PortalMethod[] = ['createContact', 'createPortalUser', 'changePortalUser'];

function checkRequests(method: PortalMethod, sent: readonly Sent[]): void {
  const isWrite = (one: Sent): boolean =>
    ['PATCH', 'PUT', 'DELETE'].includes(one.method) ||
    (one.method === 'POST' && !one.path.includes('/query'));
  const writes = sent.filter(isWrite);
  expect(writes.length).toBeLessThanOrEqual(writingMethods.includes(method) ? 1 : 0);
  if (writes.length === 0 || !contactWrites.includes(method)) return;
  const [write] = writes;
  if (write?.path.startsWith('/portal/')) {
    expect(write.path).toContain(`/companies/${String(COMPANY)}/`);
    return;
  }
  // The vendor would write to any company's contact: ours must have been told that it is the right one.
  const before = sent.slice(0, sent.findIndex(isWrite));
  if (method === 'createContact') {
    expect(before.map(({ path }) => path)).toContain(`/ATServicesRest/V1.0/Companies/${String(COMPANY)}`);
    return;
  }
  const checks = before.filter(({ path }) => path.includes('/Contacts/query'));
  const own = new RegExp(`"companyID":${String(COMPANY)}\\b`);
  expect(checks.some(({ answer }) => own.test(answer))).toBe(true);
}

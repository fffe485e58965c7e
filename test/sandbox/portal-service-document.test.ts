import { beforeAll, describe, expect, it } from 'vitest';
import {
  CapabilitiesSchema,
  CompanyPageSchema,
  ContactPageSchema,
  FieldProblemSchema,
  PortalUserChangedSchema,
  SettingsSnapshotSchema,
  SsoEventPageSchema,
} from '../../src/contract/index.js';
import {
  AgreementAcceptanceSchema,
  BillingContractSchema,
  CompanyLogosSchema,
  CompanySchema,
  ContactDraftSchema,
  GlobalChangeSchema,
  GlobalSnapshotSchema,
  LogoUploadSchema,
  PortalLoginSchema,
  PortalUserChangeSchema,
  PortalUserDraftSchema,
  PortalUserOptionsSchema,
  ProviderDefaultsSchema,
  RequestTypeSchema,
  SomeSettingsSchema,
  TaskfireAgreementSchema,
  TaskfireDisabledSchema,
  TaskfireSchema,
  TicketOptionsSchema,
} from '../../src/model/index.js';
import { lintDocument, readDocument, type OpenApi } from './support/openapi.js';
import { asAdmin, change, jsonAsAdmin } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';
import { misfits, shapeOfValibot } from './support/shape.js';

const accountBody = {
  ...{ isActive: true, securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2 },
};
/** An account as nobody ever saw it. */
const stale = { ...accountBody, id: 1, contactId: 201, userName: 'stale', numberFormat: 77 };
const write = (change: object, expected: object | null): object => ({ change, expected });
const takenQuery = (name: string): object => ({
  userNames: [name, 'nobody.at.all'],
  exceptPortalUserId: null,
});

describe('docs/portal-service.openapi.yaml', () => {
  let document: OpenApi;
  beforeAll(async () => {
    document = await readDocument();
  });
  const sandbox = useSandbox();

  it('is clean in the linter', async () => {
    await expect(lintDocument()).resolves.toBeUndefined();
  });

  it.each([
    ['SomeSettings', SomeSettingsSchema],
    ['SettingsSnapshot', SettingsSnapshotSchema],
    ['ProviderDefaults', ProviderDefaultsSchema],
    ['PortalLogin', PortalLoginSchema],
    ['RequestType', RequestTypeSchema],
    ['TicketOptions', TicketOptionsSchema],
    ['SsoEventPage', SsoEventPageSchema],
    ['Taskfire', TaskfireSchema],
    ['TaskfireDisabled', TaskfireDisabledSchema],
    ['TaskfireAgreement', TaskfireAgreementSchema],
    ['AgreementAcceptance', AgreementAcceptanceSchema],
    ['BillingContract', BillingContractSchema],
    ['CompanyLogos', CompanyLogosSchema],
    ['LogoUpload', LogoUploadSchema],
    ['Capabilities', CapabilitiesSchema],
    ['FieldProblem', FieldProblemSchema],
    ['GlobalChange', GlobalChangeSchema],
    ['GlobalSnapshot', GlobalSnapshotSchema],
    ['Company', CompanySchema],
    ['CompanyPage', CompanyPageSchema],
    ['ContactPage', ContactPageSchema],
    ['ContactDraft', ContactDraftSchema],
    ['PortalUserOptions', PortalUserOptionsSchema],
    ['PortalUserDraft', PortalUserDraftSchema],
    ['PortalUserChange', PortalUserChangeSchema],
    ['PortalUserChanged', PortalUserChangedSchema],
  ])('%s is what the code parses', (name, schema) => {
    expect(document.component(name)).toEqual(shapeOfValibot(schema));
  });

  const companyPaths = [
    'settings',
    'taskfire',
    'taskfire/agreement',
    'taskfire/contracts',
    'portal-login',
    'sso-events',
    'logos',
    'contacts',
  ].flatMap((part) =>
    [0, 174, 175, 180].map((id): [string, string] => [
      `/companies/{companyId}/${part}`,
      `/companies/${id}/${part}`,
    ]),
  );

  it.each([
    ...companyPaths,
    ['/account', '/account'],
    ['/capabilities', '/capabilities?companyId=174'],
    ['/provider', '/provider'],
    ['/request-types', '/request-types'],
    ['/ticket-options', '/ticket-options'],
    ['/time-zones', '/time-zones'],
    ['/global-settings', '/global-settings'],
    ['/companies', '/companies'],
    ['/companies/{companyId}', '/companies/180'],
    ['/portal-user-options', '/portal-user-options'],
  ])('describes the answer of GET %s (%s)', async (path, url) => {
    const answer = await sandbox.call('GET', `/portal/v1${url}`, { headers: asAdmin });
    const shape = document.answer({ method: 'GET', path }, 200, 'application/json');
    expect(answer.status).toBe(200);
    expect(shape && misfits(shape, answer.json)).toEqual([]);
  });

  const settings = { method: 'PATCH', path: '/companies/{companyId}/settings' };

  it.each([
    ['saved', 200, () => change(sandbox, 175, { workedTime: 'worked' })],
    ['without a version', 428, () => sandbox.call('PATCH', url(175), { headers: jsonAsAdmin, body: {} })],
    ['on an old version', 412, () => change(sandbox, 175, { workedTime: 'none' }, '"999"')],
    ['of an unknown setting', 422, () => change(sandbox, 175, { colour: 'red' })],
    ['by nobody', 401, () => sandbox.call('PATCH', url(175), { body: {} })],
    ['of an unknown company', 404, () => change(sandbox, 4711, {}, '"0"')],
    [
      'as text',
      415,
      () => sandbox.call('PATCH', url(175), { headers: { ...asAdmin, 'If-Match': '"0"' }, body: {} }),
    ],
  ])('describes the answer to a change %s (%i)', async (_name, status, act) => {
    const answer = await act();
    const mediaType = status === 200 ? 'application/json' : 'application/problem+json';
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe(mediaType);
    const shape = document.answer(settings, status, mediaType);
    expect(shape && misfits(shape, answer.json)).toEqual([]);
  });

  const contacts = '/companies/{companyId}/contacts';
  const users = '/companies/{companyId}/portal-users';
  const user = `${users}/{portalUserId}`;
  const named = { firstName: 'Ada', lastName: 'Nowak', email: null, phone: null, title: null };
  /** Somebody at 174 without an account, and somebody with one. */
  const draft = { ...accountBody, contactId: 270, userName: 'document.test', password: 'Quite-Long#42' };

  it.each([
    ['POST', contacts, '/companies/174/contacts', named, 201],
    ['POST', contacts, '/companies/174/contacts', { ...named, lastName: ' ' }, 422],
    ['POST', contacts, '/companies/174/contacts', { ...named, shoeSize: 41 }, 422],
    ['POST', contacts, '/companies/4711/contacts', named, 404],
    ['POST', users, '/companies/174/portal-users', draft, 201],
    ['POST', users, '/companies/174/portal-users', draft, 422],
    ['POST', `${users}/query`, '/companies/174/portal-users/query', { contactIds: [270, 271] }, 200],
    ['POST', `${users}/query`, '/companies/174/portal-users/query', { contactIds: 'all' }, 422],
    ['POST', '/user-names/query', '/user-names/query', takenQuery('document.TEST'), 200],
    ['POST', '/user-names/query', '/user-names/query', { userNames: [] }, 422],
    ['GET', user, '/companies/174/portal-users/40201', undefined, 200],
    ['GET', user, '/companies/175/portal-users/40201', undefined, 404],
    ['PATCH', user, '/companies/174/portal-users/40201', write({ numberFormat: 1 }, null), 200],
    ['PATCH', user, '/companies/174/portal-users/40201', write({ numberFormat: 2 }, stale), 409],
    ['PATCH', user, '/companies/174/portal-users/40201', write({ numberFormat: 99 }, null), 422],
    ['PATCH', user, '/companies/175/portal-users/40201', write({ numberFormat: 2 }, null), 404],
  ])('describes the answer to %s %s (%s, %j): %i', async (method, path, target, body, status) => {
    const answer = await sandbox.call(method, `/portal/v1${target}`, { headers: jsonAsAdmin, body });
    expect(answer.status).toBe(status);
    const mediaType = status < 300 ? 'application/json' : 'application/problem+json';
    expect(answer.headers.get('Content-Type')).toBe(mediaType);
    const shape = document.answer({ method, path }, status, mediaType);
    expect(shape && misfits(shape, answer.json)).toEqual([]);
    expect(JSON.stringify(answer.json)).not.toContain('Quite-Long');
  });

  it('keeps the first password out of every answer', () => {
    const answers = ['PortalUser', 'PortalUserChanged', 'ContactPage', 'PortalUsers'];
    for (const name of answers) expect(JSON.stringify(document.component(name))).not.toContain('password');
    expect(JSON.stringify(document.component('PortalUserDraft'))).toContain('password');
  });

  const url = (id: number): string => `/portal/v1/companies/${id}/settings`;
});

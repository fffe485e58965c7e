import { describe, expect, it } from 'vitest';
import { en } from '../../sandbox/pages/texts/en.js';
import { contactPage } from '../../src/content/psa/contact-page.js';
import { itemOf, itemIdOf, useSandbox } from './support/sandbox.js';
import { formValues, textsOf, Visitor } from './support/visitor.js';

const shell = (viewData: string): string =>
  `/AutotaskOnyx/LandingPage?view=client-portal&view-data=${encodeURIComponent(viewData)}`;
const viewData = (data: unknown): string => Buffer.from(JSON.stringify(data)).toString('base64');
const CLIENTS = '/Mvc/Administration/ClientPortal.mvc/ClientList';
const client = (id: number): string => `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${id}`;
const contact = (id: number, tab: string): string =>
  `/Mvc/CRM/ContactEdit.mvc/Edit?contactId=${id}&tab=${tab}`;

describe('the shell', () => {
  const sandbox = useSandbox();

  it('frames the page that its address names', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const url = new URL(client(174), sandbox.url()).href;
    const { html } = await visitor.get(shell(viewData({ url })));
    expect(html).toContain(`src="${client(174)}"`);
    for (const slot of ['header', 'header:logo', 'header:navigation-section', 'side-panel', 'iframe'])
      expect(html).toContain(`data-slot="${slot}"`);
  });

  it.each([
    viewData({ url: 'https://evil.example/Mvc/' }),
    viewData({ url: '/AutotaskOnyx/LandingPage' }),
    viewData({ url: 'javascript:alert(1)' }),
    viewData({ other: 1 }),
    'no base64 of JSON',
  ])('frames nothing else: %s', async (data) => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    expect((await visitor.get(shell(data))).status).toBe(404);
  });

  it('sends a policy without inline scripts on every page', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    for (const path of [client(174), CLIENTS, contact(201, 'portal'), '/nothing']) {
      const { headers, html } = await visitor.get(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=/);
    }
  });
});

describe('the entry for links from outside', () => {
  const sandbox = useSandbox();

  it('opens a contact, and nothing that it does not know', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const address = new URL(contactPage(sandbox.url(), 201));
    const { headers } = await visitor.get(`${address.pathname}${address.search}`);
    expect(headers.get('Location')).toBe(contact(201, 'general'));
    expect((await visitor.get(contact(201, 'general'))).status).toBe(200);
    const other = await visitor.get(`${address.pathname}?Code=OpenOpportunity&OpportunityID=1`);
    expect(other.status).toBe(404);
  });
});

describe('the list of clients', () => {
  const sandbox = useSandbox();

  it('has the documented columns and only active customers', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { html } = await visitor.get(CLIENTS);
    expect([...html.matchAll(/<th scope="col">([^<]*)</g)].map((match) => match[1])).toEqual([
      'Enabled for Client Portal',
      'Client Portal Early Access',
      'Organization Name',
      'Client Portal Users',
      'Taskfire Users',
      'Notifications',
      'Knowledge Base',
      'Documentation',
    ]);
    expect(html).toContain('Alpenglanz Hotels AG');
    expect(html).not.toContain('Alpenglanz Bergresort');
  });

  it('finds by a part of the name', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { html } = await visitor.get(`${CLIENTS}?search=LEUCHT`);
    expect(html.match(/data-row-key/g)).toHaveLength(1);
    expect((await visitor.get(`${CLIENTS}?search=xyz`)).html).toContain(en.clients.none);
  });

  it('shows hostile names as text', async () => {
    const hostile = `<img src=x onerror=alert(1)> "&'`;
    const id = itemIdOf(
      await sandbox.rest('POST', '/Companies', {
        companyName: hostile,
        companyType: 1,
        phone: '1',
        ownerResourceID: 1,
      }),
    );
    const visitor = await new Visitor(sandbox).signIn('admin');
    for (const path of [CLIENTS, client(id), `${CLIENTS}?search=${encodeURIComponent(hostile)}`]) {
      const { html } = await visitor.get(path);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&#39;');
      expect(html).not.toContain('<img');
    }
  });
});

describe('the contact form', () => {
  const sandbox = useSandbox();
  const userOf = async (contactId: number) => {
    const search = JSON.stringify({ filter: [{ op: 'eq', field: 'contactID', value: contactId }] });
    return (await sandbox.rest('GET', `/ClientPortalUsers/query?search=${encodeURIComponent(search)}`)).json;
  };

  it('is where the company page’s link leads for a contact without access', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { html } = await visitor.get(`${client(174)}&page=2`);
    expect(html).toContain('51 - 100 of 128');
    expect(html).toMatch(/contactId=\d+&amp;tab=portal">\s*Activate Client Portal login/);
  });

  it('activates a contact, as REST then tells', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin', 'de');
    const path = contact(300, 'portal');
    expect(formValues((await visitor.get(path)).html)).toMatchObject({ isActive: 'false', dateFormat: '15' });
    const saved = await visitor.save(path, { isActive: 'true', password: 'a-Good-Password-1' });
    expect(saved.location).toBe(`${path}&saved=1`);
    expect(await userOf(300)).toMatchObject({ items: [{ isClientPortalActive: true, securityLevel: 1 }] });
    await visitor.save(path, { isActive: 'false', securityLevel: '2' });
    expect(await userOf(300)).toMatchObject({ items: [{ isClientPortalActive: false, securityLevel: 2 }] });
  });

  it.each([
    [302, { userName: 'with space', password: 'a-Good-Password-1' }, 'user-name-invalid'],
    [302, { password: 'no' }, 'password-invalid'],
    [402, { password: 'a-Good-Password-1', securityLevel: '4' }, 'level-needs-taskfire'],
    [280, { userName: 'somebody', password: 'a-Good-Password-1' }, 'contact-invalid'],
  ] as const)('says why contact %i cannot be activated with %j', async (id, values, refusal) => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const answer = await visitor.save(contact(id, 'portal'), { isActive: 'true', ...values });
    expect(answer.status).toBe(422);
    expect(textsOf(answer.html, 'Text')).toContain(en.contact.refusals[refusal]);
    expect(await userOf(id)).toMatchObject({ items: [] });
  });

  it('makes and changes contacts', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const create = '/Mvc/CRM/ContactNewPage.mvc/Create?accountId=175';
    expect((await visitor.save(create, { lastName: 'Alone' })).status).toBe(422);
    const made = await visitor.save(create, {
      firstName: 'Ada',
      lastName: 'Byron',
      email: 'ada@harbor.example',
    });
    const id = Number(/contactId=(\d+)/.exec(made.location ?? '')?.[1]);
    await visitor.save(contact(id, 'general'), { phone: '+1 212 555 0100', isActive: 'false' });
    expect(itemOf(await sandbox.rest('GET', `/Contacts/${id}`))).toMatchObject({
      companyID: 175,
      firstName: 'Ada',
      emailAddress: 'ada@harbor.example',
      phone: '+1 212 555 0100',
      isActive: 0,
    });
  });

  it('lets an account without the permission change nobody', async () => {
    const viewer = await new Visitor(sandbox).signIn('viewer');
    const { csrf = '' } = formValues((await viewer.get(contact(303, 'portal'))).html);
    expect((await viewer.post(contact(303, 'portal'), { csrf, isActive: 'true' })).status).toBe(403);
    expect((await viewer.post(contact(303, 'general'), { csrf, firstName: 'X' })).status).toBe(403);
    expect(await userOf(303)).toMatchObject({ items: [] });
  });
});

describe('pages with words alike', () => {
  const sandbox = useSandbox();

  it('are there for the admin', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { html } = await visitor.get('/Mvc/Administration/ClientPortal.mvc/GlobalSettings');
    expect(textsOf(html, 'Text')[0]).toBe('Client Portal Global Settings');
    const levels = await visitor.get('/Mvc/Administration/ClientPortal.mvc/SecurityLevels');
    expect(levels.html).toContain('Taskfire dispatcher');
  });

  it('deny access without the permission, by title and path', async () => {
    const visitor = await new Visitor(sandbox).signIn('viewer');
    const { location } = await visitor.get('/Mvc/Administration/ClientPortal.mvc/GlobalSettings');
    expect(location).toBe('/Mvc/Security/Authorization.mvc/Failure');
    const denied = await visitor.get(location ?? '');
    expect(denied.status).toBe(403);
    expect(denied.html).toContain('<title>Access Denied</title>');
  });
});

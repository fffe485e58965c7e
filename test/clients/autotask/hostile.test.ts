import { describe, expect, it } from 'vitest';
import { lookUpZone } from '../../../src/clients/index.js';
import type { PortalAdmin } from '../../../src/contract/index.js';
import { autotaskOn } from '../support/clients.js';
import { useHttpServer, type Answer } from '../support/http-server.js';
import { portalErrorOf } from '../support/portal-error-of.js';

const vendor = useHttpServer();
const stranger = useHttpServer();
const admin = (): PortalAdmin => autotaskOn(vendor.url());

const contact = { id: 5, companyID: 174, firstName: 'Jörg', lastName: 'Eßer', isActive: 1 };
const page = (items: unknown[], nextPageUrl: string | null): Answer => ({
  items,
  pageDetails: { count: items.length, requestCount: 500, prevPageUrl: null, nextPageUrl },
});

describe('the Autotask client and answers that are not what they should be', () => {
  it.each([
    ['no JSON', 'not json at all', 'Malformed answer: no JSON.'],
    ['an empty body', '', 'Malformed answer: no JSON.'],
    ['a page of HTML', '<html><body>Sign in</body></html>', 'Malformed answer: no JSON.'],
    ['null', 'null', 'Malformed answer: top.'],
    ['a missing field', '{"item":{"id":174}}', 'Malformed answer: item.companyName.'],
    [
      'a wrong type',
      '{"item":{"id":174,"companyName":7,"isActive":true}}',
      'Malformed answer: item.companyName.',
    ],
  ])('says where %s is wrong', async (_case, body, detail) => {
    vendor.answer(() => (response) => response.setHeader('Content-Type', 'application/json').end(body));
    expect(await portalErrorOf(admin().company(174))).toEqual({ code: 'unknown', detail });
  });

  it('does not quote what it could not read', async () => {
    vendor.answer(() => page([{ ...contact, lastName: null, emailAddress: 'secret@person.example' }], null));
    const error = await portalErrorOf(admin().contacts(174, null));
    expect(error).toEqual({ code: 'unknown', detail: 'Malformed answer: items.0.lastName.' });
  });

  it('is offline where the answer breaks off in the middle', async () => {
    vendor.answer(() => (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '500' });
      response.write('{"item":{"id":174,');
      setTimeout(() => response.destroy(), 20);
    });
    expect((await portalErrorOf(admin().company(174))).code).toBe('offline');
  });

  it.each([
    ['another server', () => `${stranger.url()}ATServicesRest/V1.0/Contacts/query/next`],
    ['another entity', () => `${vendor.url()}ATServicesRest/V1.0/ClientPortalUsers/query/next`],
    ['another path', () => `${vendor.url()}ATServicesRest/V1.0/Contacts/query/../../Companies`],
    ['no address', () => 'next'],
  ])('sends the secret to no next page at %s', async (_case, next) => {
    vendor.answer(() => page([contact], next()));
    expect((await portalErrorOf(admin().contacts(174, null))).code).toBe('unknown');
    expect((await portalErrorOf(admin().contacts(174, next()))).code).toBe('not-found');
    expect(vendor.seen.filter(({ path }) => path.includes('Contacts'))).toHaveLength(1);
    expect(stranger.seen).toEqual([]);
  });

  it('follows no redirect: the headers with the secret would go along', async () => {
    const location = `${stranger.url()}ATServicesRest/V1.0/Companies/174`;
    vendor.answer(() => (response) => response.writeHead(302, { Location: location }).end());
    expect((await portalErrorOf(admin().company(174))).code).toBe('offline');
    expect(stranger.seen).toEqual([]);
  });

  it('shows no contact of another company, should a filter ever be ignored', async () => {
    vendor.answer(() => page([contact, { ...contact, id: 6, companyID: 175 }], null));
    expect((await portalErrorOf(admin().contacts(174, null))).code).toBe('unknown');
  });

  it('asks for the next page with the same POST and the same headers', async () => {
    const next = `${vendor.url()}ATServicesRest/V1.0/Contacts/query/next?paging=%7B%22nextIds%22%3A%5B5%5D%7D`;
    vendor.answer(({ path, method }) => {
      if (path.includes('ClientPortalUsers')) return page([], null);
      if (path.endsWith('ThresholdInformation')) return {};
      if (path.endsWith('count')) return { queryCount: 1000 };
      expect(method).toBe('POST');
      return page([contact], path.includes('paging=') ? null : next);
    });
    const first = await admin().contacts(174, null);
    expect(first).toMatchObject({ next, total: 1000 });
    await expect(admin().contacts(174, first.next)).resolves.toMatchObject({ next: null, total: null });
    const [one, other] = vendor.seen.filter(({ path }) => /Contacts\/query(\/next|$)/.test(path));
    expect(other?.body).toBe(one?.body);
    expect(other?.headers).toMatchObject({
      apiintegrationcode: 'SANDBOX',
      username: 'api@sandbox.example',
      secret: 'sandbox-secret',
    });
  });

  it('reads the ISO code of a country where the tenant has it, once', async () => {
    const item = { id: 174, companyName: 'Käserei', isActive: true, companyType: 1, countryID: 77 };
    vendor.answer(({ path }) =>
      path.endsWith('/Countries/query') ? page([{ id: 77, countryCode: 'US' }], null) : { item },
    );
    const client = admin();
    expect((await client.company(174)).country).toBe('US');
    expect((await client.company(174)).country).toBe('US');
    expect(vendor.seen.filter(({ path }) => path.includes('Countries'))).toHaveLength(1);
  });
});

describe('the zone look-up', () => {
  const entry = (): { entryUrl: string } => ({ entryUrl: `${vendor.url()}ATServicesRest/` });
  const zone = (url: string): Answer => ({ zoneName: 'German', url, webUrl: null, ci: 18 });

  it("asks without a secret and takes the vendor's servers", async () => {
    const url = 'https://webservices18.autotask.net/ATServicesRest/';
    vendor.answer(() => zone(url));
    await expect(lookUpZone('api+1@sandbox.example', entry())).resolves.toMatchObject({ url });
    const [asked] = vendor.seen;
    expect(asked?.path).toBe('/ATServicesRest/v1.0/zoneInformation?user=api%2B1%40sandbox.example');
    expect(asked?.headers).not.toHaveProperty('secret');
  });

  it.each(['https://autotask.net.example/', 'http://webservices18.autotask.net/', 'javascript:alert(1)'])(
    'takes no zone at %s',
    async (url) => {
      vendor.answer(() => zone(url));
      expect((await portalErrorOf(lookUpZone('api@sandbox.example', entry()))).code).toBe('unknown');
    },
  );

  it('happens once for many calls, and again after it failed', async () => {
    vendor.answer(() => (response) => response.writeHead(404).end());
    const client = autotaskOn(vendor.url(), { baseUrl: undefined, ...entry() });
    expect((await portalErrorOf(client.company(174))).code).toBe('not-found');
    const item = { id: 174, companyName: 'Käserei', isActive: true, companyType: 1 };
    vendor.answer(({ path }) => (path.includes('zone') ? zone(`${vendor.url()}ATServicesRest/`) : { item }));
    await Promise.all([client.company(174), client.company(174), client.settings(174)]);
    expect(vendor.seen.filter(({ path }) => path.includes('zone'))).toHaveLength(2);
  });
});

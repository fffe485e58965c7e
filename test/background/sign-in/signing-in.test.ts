import { beforeEach, describe, expect, it } from 'vitest';
import { signedInPage } from '../../../src/channel/index.js';
import { PortalError } from '../../../src/contract/index.js';
import { useHttpServer, type Answer } from '../../clients/support/http-server.js';
import {
  answerConsent,
  consentOf,
  REDIRECT_URI,
  refreshGrant,
  askForTokens,
  signInAt,
} from '../../sandbox/support/authorization.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { Visitor } from '../../sandbox/support/visitor.js';
import { BrowserWithWorker, CONNECTION, errorOf } from './person-and-worker.js';

describe('signing in to the portal service', () => {
  const sandbox = useSandbox();
  let browser: BrowserWithWorker;
  beforeEach(() => {
    browser = new BrowserWithWorker(sandbox);
  });
  const begin = async (): Promise<string> =>
    (await browser.signIn.begin(CONNECTION, REDIRECT_URI)).authorizationUrl;
  const account = async (token: string): Promise<number> => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await sandbox.call('GET', '/portal/v1/account', { headers })).status;
  };

  it('ends with the name of who signed in, and lets the client in', async () => {
    expect(await browser.signInAs('viewer')).toEqual({ result: 'signed-in', user: 'Veit Leser' });
    const { settings } = await browser.client().capabilities(174);
    expect(settings.documents).toEqual({ state: 'read-only', reason: 'permission-missing' });
  });

  it('goes on in the next worker, since the person takes longer than a worker lives', async () => {
    const back = await signInAt(sandbox, await begin());
    browser.startWorker();
    expect(await browser.signIn.finish(CONNECTION, back)).toMatchObject({ result: 'signed-in' });
    browser.startWorker();
    await expect(browser.client().timeZones()).resolves.toContain('Europe/Berlin');
  });

  it('works over the page of the service too', async () => {
    const { authorizationUrl } = await browser.signIn.begin(CONNECTION, signedInPage(browser.serviceUrl));
    const back = await signInAt(sandbox, authorizationUrl);
    expect(await browser.signIn.finish(CONNECTION, back)).toMatchObject({ result: 'signed-in' });
  });

  it('asks with PKCE, a state, and for this service alone', async () => {
    const { searchParams } = new URL(await begin());
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'psa-portal-admin',
      code_challenge_method: 'S256',
      redirect_uri: REDIRECT_URI,
      resource: browser.serviceUrl,
      scope: 'portal',
    });
    expect(searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });

  it('hands on why the service refuses', async () => {
    const visitor = new Visitor(sandbox);
    const back = await answerConsent(visitor, await consentOf(visitor, await begin(), 'admin'), 'deny');
    const result = await browser.signIn.finish(CONNECTION, back);
    expect(result).toEqual({
      result: 'refused',
      detail: 'The person in front of the page did not allow it.',
    });
    expect(browser.record).toBeNull();
  });

  it.each([
    ['with another state', (url: URL) => url.searchParams.set('state', 'guessed')],
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['from another server', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['that does not say from which server', (url: URL) => url.searchParams.delete('iss')],
    ['at another address', (url: URL) => (url.pathname = '/elsewhere')],
  ])('takes no answer %s, and still takes the right one', async (_name, change) => {
    const back = await signInAt(sandbox, await begin());
    const wrong = new URL(back);
    change(wrong);
    const refused = { result: 'refused', detail: 'The answer belongs to another sign-in.' };
    expect(await browser.signIn.finish(CONNECTION, wrong.href)).toEqual(refused);
    expect(browser.record).toBeNull();
    expect(await browser.signIn.finish(CONNECTION, back)).toMatchObject({ result: 'signed-in' });
  });

  it('takes an answer once, and only if it has asked', async () => {
    const back = await signInAt(sandbox, await begin());
    await browser.signIn.finish(CONNECTION, back);
    const again = { result: 'refused', detail: 'No sign-in was begun here.' };
    expect(await browser.signIn.finish(CONNECTION, back)).toEqual(again);
  });

  it('takes no answer for a connection that leads to another service by now', async () => {
    const back = await signInAt(sandbox, await begin());
    browser.service = { url: () => 'http://127.0.0.1:9/' };
    const refused = { result: 'refused', detail: 'No sign-in was begun here.' };
    expect(await browser.signIn.finish(CONNECTION, back)).toEqual(refused);
  });

  it('revokes what it cannot keep', async () => {
    const back = await signInAt(sandbox, await begin());
    let unkept = '';
    browser.write = (record) => {
      unkept = record?.state === 'signed-in' ? record.refreshToken : '';
      return Promise.reject(new PortalError({ code: 'storage-full' }));
    };
    expect(await errorOf(browser.signIn.finish(CONNECTION, back))).toEqual({ code: 'storage-full' });
    expect((await askForTokens(sandbox, refreshGrant(unkept))).json).toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('hands on why a code is refused', async () => {
    const back = new URL(await signInAt(sandbox, await begin()));
    back.searchParams.set('code', 'guessed');
    const result = await browser.signIn.finish(CONNECTION, back.href);
    expect(result).toMatchObject({ result: 'refused' });
    expect(browser.record).toBeNull();
  });

  it('leaves no second sign-in behind when somebody signs in anew', async () => {
    await browser.signInAs('admin');
    const before = browser.refreshToken;
    await browser.signInAs('viewer');
    expect((await askForTokens(sandbox, refreshGrant(before))).json).toMatchObject({
      error: 'invalid_grant',
    });
    expect(await account(await browser.token())).toBe(200);
  });

  it('revokes on signing out, and wipes', async () => {
    await browser.signInAs();
    const [access, refresh] = [await browser.token(), browser.refreshToken];
    expect(await browser.signIn.signOut(CONNECTION)).toEqual({ revoked: true });
    expect(await account(access)).toBe(401);
    expect((await askForTokens(sandbox, refreshGrant(refresh))).status).toBe(400);
    expect(browser.record).toBeNull();
    expect(JSON.stringify([...browser.stored])).not.toContain(access);
    expect(await errorOf(browser.token())).toEqual({ code: 'auth' });
  });

  it('says so when the service could not be told of the signing out', async () => {
    await browser.signInAs();
    await sandbox.call('PUT', '/_sandbox/faults', {
      body: { rules: [{ match: 'POST /oauth/revoke', status: 503 }] },
    });
    expect(await browser.signIn.signOut(CONNECTION)).toEqual({ revoked: false });
    await sandbox.call('DELETE', '/_sandbox/faults');
    expect(browser.record).toBeNull();
  });

  it('knows only its connections', async () => {
    expect(await errorOf(browser.signIn.begin(crypto.randomUUID(), REDIRECT_URI))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a portal service that is not what it should be', () => {
  const service = useHttpServer();
  const begin = () => new BrowserWithWorker(service).signIn.begin(CONNECTION, REDIRECT_URI);
  const answers = (byPath: (path: string) => Answer | undefined): void =>
    service.answer(({ path }) => byPath(path) ?? ((response) => response.writeHead(404).end()));
  const origin = (): string => new URL(service.url()).origin;
  const resource = (more: Record<string, unknown> = {}) => ({
    resource: `${origin()}/portal/v1`,
    authorization_servers: [origin()],
    ...more,
  });
  const server = (more: Record<string, unknown> = {}) => ({
    issuer: origin(),
    authorization_endpoint: `${origin()}/authorize`,
    token_endpoint: `${origin()}/token`,
    ...more,
  });

  it('may offer no sign-in', async () => {
    answers(() => undefined);
    expect(await errorOf(begin())).toMatchObject({
      code: 'not-found',
      detail: 'The service offers no sign-in.',
    });
  });

  it('may describe itself at the address of OpenID Connect', async () => {
    answers((path) => {
      if (path.includes('oauth-protected-resource')) return resource();
      return path.includes('openid-configuration') ? server() : undefined;
    });
    expect((await begin()).authorizationUrl).toContain(`${origin()}/authorize?`);
  });

  it.each([
    ['calls itself by another name', { resource: 'https://other.example/' }, {}],
    ['names no server', { authorization_servers: [] }, {}],
    ['names a server that is not safe', { authorization_servers: ['http://evil.example'] }, {}],
    ['has a server of another name', {}, { issuer: 'https://other.example' }],
    ['has a server that is not safe', {}, { token_endpoint: 'http://evil.example/token' }],
    ['has a server without PKCE', {}, { code_challenge_methods_supported: ['plain'] }],
  ])('is refused when it %s', async (_name, ofResource, ofServer) => {
    answers((path) => (path.includes('protected-resource') ? resource(ofResource) : server(ofServer)));
    expect((await errorOf(begin())).code).toBe('unknown');
  });
});

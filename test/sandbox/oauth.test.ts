import { describe, expect, it } from 'vitest';
import {
  answerConsent,
  askForTokens,
  authorizePath,
  codeGrant,
  consentOf,
  pkce,
  REDIRECT_URI,
  refreshGrant,
  signInAt,
  tokensFor,
  tokensOf,
} from './support/authorization.js';
import { useSandbox, type Answer } from './support/sandbox.js';
import { Visitor } from './support/visitor.js';

describe('the authorization server of the sandbox', () => {
  const sandbox = useSandbox();
  const account = (token: string): Promise<Answer> =>
    sandbox.call('GET', '/portal/v1/account', { headers: { Authorization: `Bearer ${token}` } });

  it('is found from a refusal of the portal service', async () => {
    const refused = await sandbox.call('GET', '/portal/v1/account');
    const metadata = /resource_metadata="([^"]+)"/.exec(refused.headers.get('WWW-Authenticate') ?? '')?.[1];
    const resource = await sandbox.call('GET', metadata ?? '');
    const origin = new URL(sandbox.url()).origin;
    expect(resource.json).toMatchObject({ resource: `${origin}/portal/v1`, authorization_servers: [origin] });
    const server = await sandbox.call('GET', '/.well-known/oauth-authorization-server');
    expect(server.json).toMatchObject({
      issuer: origin,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      authorization_response_iss_parameter_supported: true,
      revocation_endpoint: `${origin}/oauth/revoke`,
    });
  });

  it('asks who it is and whether they allow it, and gives short tokens for the code', async () => {
    const visitor = new Visitor(sandbox);
    const consent = await consentOf(visitor, authorizePath(), 'admin');
    const page = await visitor.get(consent);
    expect(page.html).toContain('Alva Nordwind');
    expect(page.html).toContain(new URL(REDIRECT_URI).host);
    expect(page.headers.get('Content-Security-Policy')).toContain(
      `form-action 'self' ${new URL(REDIRECT_URI).origin}`,
    );
    const back = new URL(await answerConsent(visitor, consent, 'allow'));
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect(back.searchParams.get('state')).toBe('a-state');
    expect(back.searchParams.get('iss')).toBe(new URL(sandbox.url()).origin);
    const tokens = tokensOf(await askForTokens(sandbox, codeGrant(back)));
    expect(tokens.expires_in).toBe(300);
    expect((await account(tokens.access_token)).json).toEqual({ name: 'Alva Nordwind' });
  });

  it('speaks German', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin', 'de');
    const { location } = await visitor.get(authorizePath());
    expect((await visitor.get(location ?? '')).html).toContain('Portaldienst benutzen?');
  });

  it('asks each time, and for the account that is signed in to the PSA now', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    await answerConsent(visitor, await consentOf(visitor, authorizePath(), 'admin'), 'allow');
    await visitor.signIn('viewer');
    const consent = (await visitor.get(authorizePath())).location ?? '';
    expect((await visitor.get(consent)).html).toContain('Veit Leser');
  });

  it('tells the client when the person does not allow it', async () => {
    const visitor = new Visitor(sandbox);
    const back = await answerConsent(visitor, await consentOf(visitor, authorizePath(), 'admin'), 'deny');
    expect(new URL(back).searchParams.get('error')).toBe('access_denied');
    expect(back).not.toContain('code=');
  });

  it('takes no answer from elsewhere', async () => {
    const visitor = new Visitor(sandbox);
    const consent = await consentOf(visitor, authorizePath(), 'admin');
    expect((await visitor.post(consent, { csrf: 'guess', answer: 'allow' })).status).toBe(403);
    const stranger = await new Visitor(sandbox).signIn('viewer');
    expect((await stranger.get(consent)).status).toBe(404);
  });

  it.each([
    `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`,
    `https://${'0123456789abcdef'.repeat(2)}01234567.extensions.allizom.org/sign-in`,
  ])('sends people back to an extension: %s', async (redirectUri) => {
    const { status } = await new Visitor(sandbox).get(authorizePath({ redirect_uri: redirectUri }));
    expect(status).toBe(303);
  });

  it('sends people back to its own page', async () => {
    const own = `${sandbox.url()}oauth/signed-in`;
    const back = await signInAt(sandbox, authorizePath({ redirect_uri: own }));
    expect(back.startsWith(`${own}?`)).toBe(true);
    const page = await new Visitor(sandbox).get(back);
    expect(page).toMatchObject({ status: 200 });
    expect(page.html).toContain('You can close this tab.');
  });

  it.each([
    'https://evil.example/',
    'https://abc.chromiumapp.org/',
    `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org.evil.example/`,
    `https://evil.example/?https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`,
    `http://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`,
    'http://127.0.0.1:1/oauth/signed-in',
  ])('sends nobody to %s', async (redirectUri) => {
    const answer = await new Visitor(sandbox).get(authorizePath({ redirect_uri: redirectUri }), {
      Accept: 'text/html',
    });
    expect(answer).toMatchObject({ status: 400, location: null });
    expect(answer.html).toContain('invalid_redirect_uri');
  });

  it.each([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    [
      'a plain challenge',
      { code_challenge: pkce.verifier, code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['tokens in the address', { response_type: 'token' }, 'unsupported_response_type'],
    ['another resource', { resource: 'https://other.example/' }, 'invalid_target'],
  ])('refuses %s', async (_name, changes, error) => {
    const { location } = await new Visitor(sandbox).get(authorizePath(changes));
    expect(new URL(location ?? '').searchParams.get('error') ?? location).toContain(error);
  });

  it('refuses a code with another verifier, at another address, and a second time', async () => {
    for (const change of [
      { code_verifier: `${pkce.verifier.slice(0, -1)}0` },
      { redirect_uri: `${sandbox.url()}oauth/signed-in` },
    ]) {
      const back = new URL(await signInAt(sandbox, authorizePath()));
      const answer = await askForTokens(sandbox, { ...codeGrant(back), ...change });
      expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    }
    const back = new URL(await signInAt(sandbox, authorizePath()));
    const tokens = tokensOf(await askForTokens(sandbox, codeGrant(back)));
    expect((await askForTokens(sandbox, codeGrant(back))).json).toMatchObject({ error: 'invalid_grant' });
    // Whoever has the code twice may have stolen it, so what came of it ends too.
    expect((await account(tokens.access_token)).status).toBe(401);
  });

  it('keeps to the rights of the account (S15)', async () => {
    const { access_token: token } = await tokensFor(sandbox, 'viewer');
    const path = '/portal/v1/companies/175/settings';
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'If-Match': '"0"',
    };
    expect((await sandbox.call('GET', path, { headers })).status).toBe(200);
    const refused = await sandbox.call('PATCH', path, { headers, body: { notifications: false } });
    expect(refused).toMatchObject({ status: 403 });
  });

  it('gives a new refresh token each time, and ends the grant when an old one comes again', async () => {
    const first = await tokensFor(sandbox);
    const second = tokensOf(await askForTokens(sandbox, refreshGrant(first.refresh_token)));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await account(second.access_token)).status).toBe(200);
    const replayed = await askForTokens(sandbox, refreshGrant(first.refresh_token));
    expect(replayed).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect((await askForTokens(sandbox, refreshGrant(second.refresh_token))).status).toBe(400);
    expect((await account(first.access_token)).status).toBe(401);
    expect((await account(second.access_token)).status).toBe(401);
  });

  it('revokes a refresh token with all that was issued on it', async () => {
    const tokens = await tokensFor(sandbox);
    const revoked = await askForTokens(sandbox, { token: tokens.refresh_token }, '/oauth/revoke');
    expect(revoked.status).toBe(200);
    expect((await account(tokens.access_token)).status).toBe(401);
    expect((await askForTokens(sandbox, refreshGrant(tokens.refresh_token))).status).toBe(400);
  });

  it('lets tokens expire', async () => {
    await sandbox.call('PUT', '/_sandbox/lifetimes', { body: { accessToken: 1 } });
    const tokens = await tokensFor(sandbox);
    await sandbox.call('DELETE', '/_sandbox/lifetimes');
    expect(tokens.expires_in).toBe(1);
    await expect.poll(async () => (await account(tokens.access_token)).status, { timeout: 4_000 }).toBe(401);
  });

  it('refuses lifetimes that are none', async () => {
    expect((await sandbox.call('PUT', '/_sandbox/lifetimes', { body: { accessToken: 0 } })).status).toBe(400);
  });
});
